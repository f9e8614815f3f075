using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Externals;

/// <summary>The section <c>external</c> of a group of miners.</summary>
[Description("A program or a local endpoint that answers for these miners.")]
internal sealed record ExternalSection
{
    [
        Description("The program and its arguments, a list; no shell reads it."),
        Entries("program and arguments")
    ]
    public ImmutableArray<string>? Command { get; init; }

    [Description("An endpoint on this machine, http://localhost:PORT/PATH.")]
    public string? Url { get; init; }

    [Description("How long an answer may take, by the clock on the wall."), Unit("s"), Range(0.01, 600.0)]
    public double Timeout { get; init; } = 2;

    [Description("How much longer the first answer after a start may take."), Unit("s"), Range(0.0, 3_600.0)]
    public double Startup { get; init; } = 30;

    [Description("Whether it understands the message 'train'.")]
    public bool Trains { get; init; }

    /// <summary>The scenario's folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Makes a miner's model; null until somebody agreed to ask outside.</summary>
    public Func<IModel>? Make { get; init; }

    /// <summary>The program or endpoint.</summary>
    public ExternalProgram Program =>
        new()
        {
            Command = Command ?? [],
            Url = Url,
            Folder = Url is null ? Folder : "",
        };

    /// <summary>How long its miners wait.</summary>
    public ExternalWaits Waits => new(TimeSpan.FromSeconds(Timeout), TimeSpan.FromSeconds(Startup));
}
