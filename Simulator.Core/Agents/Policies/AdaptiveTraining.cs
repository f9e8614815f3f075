namespace Simulator.Core.Agents.Policies;

/// <summary>Buys more compute as long as that brings in more than it costs, and less when it does not.</summary>
/// <remarks>
/// It keeps its duty for a few tempos, since weights are revealed and paid late, and then compares what these tempos
/// brought, income less running costs, with the few before. Where the last change paid, it goes on in the same direction;
/// where it did not, it turns round.
/// </remarks>
/// <param name="most">The largest duty, in [0.1, 64]; above 1 it adds machines.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is out of range.</exception>
public sealed class AdaptiveTraining(double most) : ITrainingPolicy
{
    private const int Trial = 4;
    private const double Step = 1.5;
    private const double Least = 0.1;

    private readonly double _most = most is >= Least and <= 64
        ? most
        : throw new ArgumentOutOfRangeException(nameof(most), most, "A duty lies in [0.1, 64].");
    private double _duty = Math.Min(1, most);
    private double _step = Step;
    private int _tempo;
    private double _before;
    private double? _last;

    /// <inheritdoc/>
    public double Duty(IMarket market)
    {
        if (_tempo++ % Trial == 0)
        {
            double now = market.Account.Running,
                brought = now - _before;
            // The first trial only tells what to compare the second one with.
            if (_tempo > 1)
            {
                Adjust(brought);
            }
            _before = now;
        }
        return _duty;
    }

    private void Adjust(double brought)
    {
        if (brought < _last)
        {
            _step = 1 / _step;
        }
        _last = brought;
        _duty = Math.Clamp(_duty * _step, Least, _most);
    }
}
