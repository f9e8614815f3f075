using Simulator.Core.Tasks;
using Simulator.Core.Units;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.ModelFiles;

/// <summary>Opens models that come in files: what a program that carries a library for them adds to scenarios.</summary>
internal interface IModelSource
{
    /// <summary>Opens the checkpoints of one group of miners.</summary>
    /// <param name="wanted">What the scenario says of them, with its defaults written out.</param>
    /// <param name="task">What the miners are asked.</param>
    /// <param name="files">The files in the order of the scenario.</param>
    /// <param name="problems">Takes what is wrong with them; paths start in the group's section.</param>
    /// <returns>What makes the model of one miner; nothing where there is a problem.</returns>
    Func<IModel>? Open(
        OnnxSection wanted,
        ITask task,
        IReadOnlyList<ModelFile> files,
        ICollection<Problem> problems
    );
}
