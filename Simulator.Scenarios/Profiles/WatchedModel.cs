using System.Runtime.InteropServices;
using Simulator.Core.Engine;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Scenarios.Profiles;

/// <summary>How one model of a run learned.</summary>
/// <param name="model">The model.</param>
/// <param name="group">The group of the miner that it belongs to.</param>
internal sealed class WatchedModel(IModel model, string group)
{
    private readonly List<CurvePoint> _points = [];

    /// <summary>Group of the miner that it belongs to.</summary>
    public string Group => group;

    /// <summary>Takes what was measured at an epoch.</summary>
    public void Add(CurvePoint point) => _points.Add(point);

    /// <summary>Its learning curve, and what else it was like at the end.</summary>
    /// <param name="task">What it was for.</param>
    /// <param name="queries">How it was asked.</param>
    public GroupCurve Fit(ITask task, QueryPlan queries)
    {
        FittedCurve fit = CurveFit.Of(CollectionsMarshal.AsSpan(_points));
        double spread = RoundSpread.Of(task, model, queries.Measured, queries.Questions);
        (long bytes, long answer) = (model.Bytes, model.AnswerOperations);
        return new(
            new()
            {
                Curve = fit.Curve,
                Spread = spread,
                Bytes = bytes,
                AnswerOperations = answer,
                // Last of all: it trains the model once more.
                Limit = HasLearnedAll() ? (long)_points[^1].Operations : null,
            },
            fit.Residual
        );
    }

    /// <summary>Whether it refuses as many operations as it has ever spent in one tempo.</summary>
    private bool HasLearnedAll()
    {
        double most = 0;
        for (int i = 1; i < _points.Count; i++)
        {
            most = Math.Max(most, _points[i].Operations - _points[i - 1].Operations);
        }
        return model.Train((long)most) == 0;
    }
}
