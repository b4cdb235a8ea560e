using System.Diagnostics.Tracing;

namespace Archive.Benchmarks;

/// <summary>A method that the runtime compiled while it ran.</summary>
/// <param name="Type">As the runtime names it: <c>System.Linq.Lookup`2[System.DateOnly,System.__Canon]</c>; <c>System.__Canon</c> stands for any class.</param>
/// <param name="Handle">Of the method, with the arguments it was compiled for.</param>
internal sealed record CompiledMethod(string Type, RuntimeMethodHandle Handle)
{
    public bool IsOfGenericType => Type.Contains('[', StringComparison.Ordinal);
}

/// <summary>Hears of every generic method, and every method of a generic type, that the runtime compiles while the listener lives.</summary>
/// <remarks>Has state because it is called back; from several threads at once.</remarks>
internal sealed class GenericMethodListener : EventListener
{
    private const EventKeywords Compiling = (EventKeywords)0x10;

    private readonly HashSet<CompiledMethod> _methods = [];

    public CompiledMethod[] Methods
    {
        get
        {
            lock (_methods) return [.. _methods];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Compiling);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true) return;
        if (Field("MethodNamespace") is not string type || Field("MethodSignature") is not string signature || Field("MethodID") is not ulong id) return;
        var method = new CompiledMethod(type, RuntimeMethodHandle.FromIntPtr((nint)id));
        if (type == "dynamicClass" || !(method.IsOfGenericType || signature.StartsWith("generic ", StringComparison.Ordinal))) return;
        lock (_methods) _methods.Add(method);

        object? Field(string name) => eventData.PayloadNames?.IndexOf(name) is { } at and >= 0 ? eventData.Payload?[at] : null;
    }
}
