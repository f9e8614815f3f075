using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Simulator.Cli.Notebooks.Outputs;
using Simulator.Cli.Notebooks.References;

namespace Simulator.Cli.Notebooks.Running;

/// <summary>The C# script to which one notebook's cells are added, each seeing what those before it declared.</summary>
internal sealed class NotebookSession : IDisposable
{
    // What the interactive kernel imports without being asked, and the functions it offers.
    private static readonly ImmutableArray<string> Imports =
    [
        "System",
        "System.IO",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Linq",
        "System.Threading.Tasks",
        "Simulator.Cli.Notebooks.CellFunctions",
        "Simulator.Cli.Notebooks.DisplayExtensions",
    ];

    private readonly string _path;
    private readonly OutputLog _log = new();
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly ReferenceResolver _references;
    private ScriptOptions _options;
    private ScriptState<object>? _state;

    /// <summary>A script without cells.</summary>
    /// <param name="path">Full path of the notebook.</param>
    public NotebookSession(string path)
    {
        _path = path;
        string folder = Path.GetDirectoryName(path)!;
        _references = new(folder);
        _options = ScriptOptions
            .Default.WithImports(Imports)
            .WithReferences(
                NotebookAssemblies.Framework.Select(file => MetadataReference.CreateFromFile(file))
            )
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithLanguageVersion(LanguageVersion.Latest)
            // Without debug information there are no line numbers, and without an encoding no debug information (CS8055).
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
        Refer([typeof(CellFunctions).Assembly]);
    }

    /// <summary>Runs one cell after those before it.</summary>
    public async Task<RunCell> Run(Cell cell)
    {
        string file = string.Create(CultureInfo.InvariantCulture, $"{_path}#{cell.Number}");
        CellFailure? failure = null;
        try
        {
            CellCode code = CellCode.Of(cell.Source);
            Refer(code.References.SelectMany(_references.Resolve));
            await _log.Listen(() => Continue(code.Code, file));
        }
        catch (CompilationErrorException e)
        {
            failure = CellFailure.Of(cell, e.Diagnostics);
        }
        catch (CellException e)
        {
            failure = CellFailure.Of(cell, e);
        }
        catch (Exception e)
        {
            failure = CellFailure.Of(cell, file, e);
        }
        return new(cell, _log.Take(), failure);
    }

    /// <inheritdoc/>
    public void Dispose() => _loader.Dispose();

    private async Task Continue(string code, string file)
    {
        ScriptOptions options = _options.WithFilePath(file);
        _state = _state is null
            ? await CSharpScript.Create<object>(code, options, assemblyLoader: _loader).RunAsync()
            : await _state.ContinueWithAsync<object>(code, options);
        if (_state.ReturnValue is { } value)
        {
            _log.Show(value);
        }
    }

    private void Refer(IEnumerable<Assembly> assemblies)
    {
        foreach (Assembly assembly in assemblies)
        {
            _loader.RegisterDependency(assembly);
            _options = _options.AddReferences(MetadataReference.CreateFromFile(assembly.Location));
        }
    }
}
