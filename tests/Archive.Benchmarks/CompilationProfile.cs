using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;

namespace Archive.Benchmarks;

/// <summary>
/// Writes the profile that tells the ahead-of-time compiler which generic methods, and methods of generic types, the program runs. By itself the compiler sees only
/// the ones that are called directly: an iterator over structs, reached through its interface, would be compiled anew in each run.
/// </summary>
/// <remarks>
/// The file is an assembly whose methods name others (<c>ldtoken</c>, <c>pop</c>), one method for each set of assemblies that is named, and
/// <c>AssemblyDictionary</c> over them. Source: dotnet/runtime, ILCompiler.ReadyToRun/IBC/MIbcProfileParser.cs.
/// </remarks>
internal static class CompilationProfile
{
    /// <returns>How many methods the profile names.</returns>
    public static int Write(IEnumerable<CompiledMethod> compiled, string file)
    {
        var methods = Found(compiled).ToArray();
        var builder = new PersistedAssemblyBuilder(new("CompiledAhead"), typeof(object).Assembly);
        var module = builder.DefineDynamicModule("CompiledAhead");
        var dictionary = GlobalMethod(module, "AssemblyDictionary");
        foreach (var (group, at) in methods.GroupBy(m => string.Join(';', AssembliesOf(m).Distinct(StringComparer.Ordinal))).OrderBy(g => g.Key, StringComparer.Ordinal).Select((g, i) => (g, i)))
        {
            var naming = GlobalMethod(module, $"Assemblies_{at}");
            foreach (var method in group) Name(module, naming.GetILGenerator(), method);
            naming.GetILGenerator().Emit(OpCodes.Ret);
            dictionary.GetILGenerator().Emit(OpCodes.Ldstr, group.Key + ';');
            Name(module, dictionary.GetILGenerator(), naming);
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

    /// <summary>Those that reflection knows, in an order that is always the same.</summary>
    private static IEnumerable<MethodBase> Found(IEnumerable<CompiledMethod> compiled)
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies();
        return
            from method in compiled
            let found = method.IsOfGenericType
                ? assemblies.Select(home => Found(method, new GenericTypeName(method.Type, home, assemblies).Find())).FirstOrDefault(m => m is not null)
                : MethodBase.GetMethodFromHandle(method.Handle)
            where found is not null
            orderby method.Type, found.ToString()
            select found;
    }

    /// <summary>Null where the method is that of another type of the same name: several assemblies have types that the compiler made, or sources in common.</summary>
    private static MethodBase? Found(CompiledMethod method, Type? type)
    {
        try
        {
            return type is null ? null : MethodBase.GetMethodFromHandle(method.Handle, type.TypeHandle);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> AssembliesOf(MethodBase method)
    {
        var arguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return AssembliesOf(method.DeclaringType!).Concat(arguments.SelectMany(AssembliesOf).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> AssembliesOf(Type type) => type.GetGenericArguments().SelectMany(AssembliesOf).Order(StringComparer.Ordinal).Prepend(type.Assembly.GetName().Name ?? "");

    private static MethodBuilder GlobalMethod(ModuleBuilder module, string name) =>
        module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), Type.EmptyTypes);

    private static void Name(ModuleBuilder module, ILGenerator code, MethodBase method)
    {
        // A generator takes no constructor for ldtoken, but the number of one.
        if (method is ConstructorInfo constructor) code.Emit(OpCodes.Ldtoken, module.GetMethodMetadataToken(constructor));
        else code.Emit(OpCodes.Ldtoken, (MethodInfo)method);
        code.Emit(OpCodes.Pop);
    }
}
