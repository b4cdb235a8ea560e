using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;

namespace Archive.Benchmarks;

/// <summary>
/// Writes the profile that tells the ahead-of-time compiler which methods of generic types the program runs. By itself the compiler sees only
/// the ones that are called directly: an iterator over structs, reached through its interface, would be compiled anew in each run.
/// </summary>
/// <remarks>
/// The file is an assembly whose methods name others (<c>ldtoken</c>, <c>pop</c>), one method for each set of assemblies that is named, and
/// <c>AssemblyDictionary</c> over them. Source: dotnet/runtime, ILCompiler.ReadyToRun/IBC/MIbcProfileParser.cs.
/// </remarks>
internal static class CompilationProfile
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <returns>How many methods the profile names.</returns>
    public static int Write(IEnumerable<CompiledMethod> compiled, string file)
    {
        var methods = Found(compiled).ToArray();
        var builder = new PersistedAssemblyBuilder(new("CompiledAhead"), typeof(object).Assembly);
        var module = builder.DefineDynamicModule("CompiledAhead");
        var dictionary = GlobalMethod(module, "AssemblyDictionary");
        foreach (var (group, at) in methods.GroupBy(m => string.Join(';', AssembliesOf(m.DeclaringType!).Distinct(StringComparer.Ordinal))).OrderBy(g => g.Key, StringComparer.Ordinal).Select((g, i) => (g, i)))
        {
            var naming = GlobalMethod(module, $"Assemblies_{at}");
            foreach (var method in group) Name(naming.GetILGenerator(), method);
            naming.GetILGenerator().Emit(OpCodes.Ret);
            dictionary.GetILGenerator().Emit(OpCodes.Ldstr, group.Key + ';');
            Name(dictionary.GetILGenerator(), naming);
        }
        dictionary.GetILGenerator().Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        Pack(builder, file);
        return methods.Length;
    }

    /// <summary>An archive with the assembly in it is a quarter of its size; the compiler reads both.</summary>
    private static void Pack(PersistedAssemblyBuilder builder, string file)
    {
        using var archive = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        var entry = archive.CreateEntry(Path.GetFileName(file) + ".dll", CompressionLevel.SmallestSize);
        entry.LastWriteTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same profile, the same file
        using var content = entry.Open();
        builder.Save(content);
    }

    /// <summary>The methods of generic types with a struct among their arguments; those over classes alone are compiled with their library.</summary>
    private static IEnumerable<MethodInfo> Found(IEnumerable<CompiledMethod> compiled)
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies();
        return
            from methods in compiled.GroupBy(m => m.Type, m => m.Name, StringComparer.Ordinal)
            let type = new GenericTypeName(methods.Key, assemblies).Find()
            where type is not null && type.GetGenericArguments().Any(a => a.IsValueType)
            from method in type.GetMethods(Declared)
            where !method.IsGenericMethodDefinition && methods.Contains(method.Name, StringComparer.Ordinal)
            select method;
    }

    private static IEnumerable<string> AssembliesOf(Type type) => type.GetGenericArguments().SelectMany(AssembliesOf).Order(StringComparer.Ordinal).Prepend(type.Assembly.GetName().Name ?? "");

    private static MethodBuilder GlobalMethod(ModuleBuilder module, string name) =>
        module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), Type.EmptyTypes);

    private static void Name(ILGenerator code, MethodInfo method)
    {
        code.Emit(OpCodes.Ldtoken, method);
        code.Emit(OpCodes.Pop);
    }
}
