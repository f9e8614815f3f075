namespace Simulator.Core.Studies.Replays;

/// <summary>Bonds over epochs, of the validators and miners that are kept.</summary>
internal sealed class ReplayBonds
{
    // Less than this in a column counts as no bonds at all.
    private const double LeastSum = 1e-12;

    private readonly ReplayFocus _focus;
    private readonly int _validators;
    private readonly int _miners;
    private readonly double[] _bonds;
    private readonly double[] _sums;

    /// <summary>Room for the bonds of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="focus">Whose bonds are kept.</param>
    public ReplayBonds(ReplaySeries series, ReplayFocus focus)
    {
        _focus = focus;
        (_validators, _miners) = (series.Validators.Length, series.Miners.Length);
        _bonds = new double[series.Epochs.Length * focus.Validators.Length * focus.Miners.Length];
        _sums = new double[series.Epochs.Length * focus.Miners.Length];
    }

    /// <summary>Keeps the bonds of an epoch.</summary>
    public void Keep(int epoch, ReadOnlySpan<double> bonds)
    {
        for (int m = 0; m < _focus.Miners.Length; m++)
        {
            int column = _focus.Miners[m];
            for (int i = 0; i < _validators; i++)
            {
                _sums[epoch * _focus.Miners.Length + m] += bonds[i * _miners + column];
            }
            for (int v = 0; v < _focus.Validators.Length; v++)
            {
                _bonds[Place(epoch, v, m)] = bonds[_focus.Validators[v] * _miners + column];
            }
        }
    }

    /// <summary>A bond.</summary>
    public double Bond(int epoch, int validator, int miner) => _bonds[Place(epoch, validator, miner)];

    /// <summary>A bond as a share of its column.</summary>
    public double Share(int epoch, int validator, int miner)
    {
        double sum = _sums[epoch * _focus.Miners.Length + miner];
        return sum > LeastSum ? Bond(epoch, validator, miner) / sum : 0;
    }

    private int Place(int epoch, int validator, int miner) =>
        (epoch * _focus.Validators.Length + validator) * _focus.Miners.Length + miner;
}
