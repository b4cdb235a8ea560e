using System.Diagnostics.Tracing;

namespace Archive.Benchmarks;

/// <summary>A method of a generic type, as the runtime names it.</summary>
/// <param name="Type"><c>System.Linq.Lookup`2[System.DateOnly,System.__Canon]</c>; <c>System.__Canon</c> stands for any class.</param>
internal sealed record CompiledMethod(string Type, string Name);

/// <summary>Hears of every method of a generic type that the runtime compiles while the listener lives.</summary>
/// <remarks>Has state because it is called back; from several threads at once.</remarks>
internal sealed class GenericMethodListener : EventListener
{
    private const EventKeywords Compiling = (EventKeywords)0x10;

    private readonly HashSet<CompiledMethod> _methods = [];

    public CompiledMethod[] Methods
    {
        get
        {
            lock (_methods) return [.. _methods.OrderBy(m => m.Type, StringComparer.Ordinal).ThenBy(m => m.Name, StringComparer.Ordinal)];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Compiling);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true) return;
        if (Text("MethodNamespace") is not { } type || Text("MethodName") is not { } name || !type.Contains('[', StringComparison.Ordinal)) return;
        lock (_methods) _methods.Add(new(type, name));

        string? Text(string field) => eventData.PayloadNames?.IndexOf(field) is { } at and >= 0 ? eventData.Payload?[at] as string : null;
    }
}
