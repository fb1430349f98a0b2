using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AccountRules.Mutants;

/// <summary>The library's source, and the compiler for it as the build calls it.</summary>
internal sealed class Library
{
    private readonly string folder;
    private readonly CSharpCompilation compilation;
    private readonly IEnumerable<ResourceDescription> resources;

    private Library(string folder, CSharpCommandLineArguments arguments)
    {
        this.folder = folder;
        resources = arguments.ManifestResources;
        var trees = arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), arguments.ParseOptions, file.Path));
        var references = arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference));
        var options = arguments.CompilationOptions.WithOptimizationLevel(OptimizationLevel.Release).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress);
        compilation = CSharpCompilation.Create(arguments.CompilationName, trees, references, options);
        var generators = arguments.AnalyzerReferences
            .SelectMany(analyzer => new Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference(analyzer.FilePath, Loader.Instance)
                .GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        compilation = (CSharpCompilation)generated;
    }

    /// <summary>Reads what the build gives the compiler.</summary>
    public static Library Load(string folder)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", folder, "-t:PrepareResources;Compile", "-getItem:CscCommandLineArgs", "-p:ProvideCommandLineArgs=true",
                "-p:SkipCompilerExecution=true",

                // Said again though it is up to date.
                "-p:NonExistentFile=none",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException(output);

        var arguments = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!);
        return new(folder, CSharpCommandLineParser.Default.Parse(arguments, folder, Path.GetDirectoryName(typeof(object).Assembly.Location)));
    }

    /// <summary>The changes of the files in rooms: a folder, such as <c>Measures</c>, or the beginning of files beside the folders.</summary>
    public IReadOnlyList<Mutant> MutantsOf(IReadOnlyList<string> rooms) =>
    [
        .. from tree in compilation.SyntaxTrees
           let path = Path.GetRelativePath(folder, tree.FilePath)
           let room = rooms.FirstOrDefault(room => path.StartsWith(room + Path.DirectorySeparatorChar, StringComparison.Ordinal)
               || (!path.Contains(Path.DirectorySeparatorChar) && path.StartsWith(room, StringComparison.Ordinal)))
           where room is not null
           from mutant in Mutator.Of(tree, room)
           select mutant,
    ];

    /// <summary>Compiles the library, with a change where one is given.</summary>
    /// <returns>Its bytes; <c>null</c> where it does not compile.</returns>
    public byte[]? Emit(Mutant? mutant = null)
    {
        var changed = mutant is null ? compilation : compilation.ReplaceSyntaxTree(mutant.Tree, mutant.Apply());
        using var stream = new MemoryStream();
        var result = changed.Emit(stream, manifestResources: resources);
        if (!result.Success)
        {
            return mutant is null
                ? throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)))
                : null;
        }

        return stream.ToArray();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
