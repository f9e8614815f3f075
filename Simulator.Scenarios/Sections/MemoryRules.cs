using System.Globalization;
using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Whether the models of a scenario fit into the machines that they are put on.</summary>
/// <remarks>Models are made to see how large they are: of a scenario with other mistakes they could not be.</remarks>
internal static class MemoryRules
{
    /// <summary>Every group whose models do not fit, by path.</summary>
    /// <param name="scenario">The scenario, without any other mistake.</param>
    public static IEnumerable<Problem> Problems(ScenarioSection scenario)
    {
        Workplace workplace = new(scenario, scenario.Task.Task);
        return
        [
            .. scenario.Miners.SelectMany((group, i) => OfGroup(group, Show.Path("miners", i), workplace)),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => OfGroup(group, Show.Path("arrivals.miners", i), workplace)
            ),
        ];
    }

    private static IEnumerable<Problem> OfGroup(MinerSection group, string path, Workplace workplace)
    {
        if (group.Hardware is null || !group.Strategy.HasModel)
        {
            yield break;
        }
        Hardware least = workplace.Hardware(group, (int)group.Units.Low, 0, 0, 0);
        long bytes = Largest(group, workplace);
        if (bytes > least.Memory)
        {
            yield return new(
                $"{path}.hardware",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the largest {group.Model.Name} of the group takes {bytes} bytes{(workplace.Later is null ? "" : " for both worlds")}, more than the {least.Memory} that fit into {group.Units.Low} {group.Hardware} at this 'scale'"
                )
            );
        }
    }

    /// <summary>Bytes of the largest model that a member may draw; where the world moves, of one for each world.</summary>
    private static long Largest(MinerSection group, Workplace workplace)
    {
        if (workplace.Curves?.Group(group.Name) is { } fitted)
        {
            return fitted.Curves.Max(curve => curve.Profile.Bytes);
        }
        if (group.Model == ModelCatalog.Onnx)
        {
            return (group.Onnx?.LargestFile ?? 0) * (workplace.Later is null ? 1 : 2);
        }
        if (group.Model == ModelCatalog.External)
        {
            return 0;
        }
        MinerSection largest = group with
        {
            Hidden = Draw.Always(group.Hidden.High),
            Order = Draw.Always(group.Order.High),
            Memory = Draw.Always(group.Memory.High),
            Filters = Draw.Always(group.Filters.High),
        };
        IModel model = new MinerTraits(largest, workplace, new Rng(0)).NewModel();
        return model.BytesWhenMoved;
    }
}
