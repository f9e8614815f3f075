using Simulator.Core.Metrics;
using Simulator.Core.Randomness;

namespace Simulator.Scenarios.Tests.Reports;

/// <summary>The life of a sample _run: work, pay, pruning and arrivals, epoch by epoch, written into result tables.</summary>
internal sealed class SampleWorld
{
    private const int Tempo = 360;
    private const int ImmuneEpochs = 3;
    private const ulong EpochEmission = 295_200_000_000;

    private readonly SampleRun _run;
    private readonly RandomStreams _streams;
    private readonly Rng _chance;
    private readonly List<SampleNeuron> _slots = [];
    private double _price = 1e9;
    private long _sequence;
    private ulong _nextHotkey = 1;

    public SampleWorld(SampleRun run)
    {
        _run = run;
        _streams = new RandomStreams(run.Seed);
        _chance = _streams.For("sample-arrivals", 0);
        var validators = new SampleGroup(run.ValidatorGroup, "validator", run.Validators);
        for (int i = 0; i < _run.Validators; i++)
        {
            _slots.Add(Made(validators, 0, 10_000_000_000_000UL * (ulong)(i + 1)));
        }
        foreach (var group in _run.Miners)
        {
            for (int i = 0; i < group.Count; i++)
            {
                _slots.Add(Made(group, 0, 0));
            }
        }
    }

    public Table EpochTable { get; } = ResultTables.Epochs();
    public Table NeuronTable { get; } = ResultTables.Neurons();
    public Table EventTable { get; } = ResultTables.Events();
    public Table WeightTable { get; } = ResultTables.Weights();

    private IEnumerable<SampleNeuron> Miners => _slots.Where(n => !n.IsValidator);

    public void Advance(int epoch)
    {
        long block = (long)epoch * Tempo;
        _price = Math.Clamp(0.97 * _price, 5e8, 1e11);
        int arrivals = Arrive(epoch, block);
        double best = Miners.Select(n => n.Quality).Where(double.IsFinite).DefaultIfEmpty(0.1).Max();
        foreach (var neuron in _slots)
        {
            neuron.Work(epoch, best);
        }
        Pay(epoch);
        int refused = _chance.NextInt(3);
        for (int i = 0; i < refused; i++)
        {
            Tell(block, "Rejected", i % 2 == 0 ? "SettingWeightsTooFast" : "NotEnoughBalanceToStake");
        }
        Write(epoch, block, arrivals, refused);
    }

    private SampleNeuron Made(SampleGroup group, int epoch, ulong stake)
    {
        ulong hotkey = _nextHotkey++;
        return new SampleNeuron(hotkey, group, stake, epoch, _streams.For("sample-neuron", hotkey));
    }

    private int Arrive(int epoch, long block)
    {
        if (_run.Miners.Count == 0 || !_chance.NextBool(_run.ArrivalsPerEpoch))
        {
            return 0;
        }
        var mortal = Miners.Where(n => epoch - n.Since > ImmuneEpochs).MinBy(n => n.Incentive);
        if (mortal is null)
        {
            return 0;
        }
        int uid = _slots.IndexOf(mortal);
        _slots[uid] = Made(_run.Miners[_chance.NextInt(_run.Miners.Count)], epoch, 0);
        _price *= 1.26;
        Tell(block, "Pruned", "");
        Tell(block, "Registered", "");
        return 1;
    }

    private void Pay(int epoch)
    {
        double scores = 0,
            stake = 0;
        foreach (var neuron in _slots)
        {
            double score = neuron.Score * neuron.Score;
            neuron.Incentive = neuron.IsValidator || epoch == 1 ? 0 : score * score;
            neuron.Dividends = neuron.IsValidator ? neuron.Stake * (1 + 0.05 * _chance.Normal()) : 0;
            scores += neuron.Incentive;
            stake += neuron.Dividends;
        }
        foreach (var neuron in _slots)
        {
            neuron.Incentive = scores > 0 ? neuron.Incentive / scores : 0;
            neuron.Dividends = stake > 0 ? neuron.Dividends / stake : 0;
            neuron.Earn((ulong)((neuron.Incentive + neuron.Dividends) / 2 * EpochEmission));
        }
    }

    private void Write(int epoch, long block, int arrivals, int refused)
    {
        double[] pay = [.. Miners.Select(n => n.Incentive)];
        Sample.Row(
            EpochTable,
            (long)epoch,
            block,
            1L,
            0L,
            (long)_slots.Count,
            (long)_run.Validators,
            EpochEmission,
            (ulong)_price,
            (long)arrivals,
            (long)arrivals,
            (long)arrivals,
            (long)refused,
            (long)_run.Validators,
            (long)_chance.NextInt(9),
            0L,
            Gini.Of(pay),
            pay.Sum() > 0 ? pay.OrderDescending().Take(10).Sum() : double.NaN
        );
        for (int uid = 0; uid < _slots.Count; uid++)
        {
            Write(epoch, uid, _slots[uid]);
        }
        for (int uid = 0; uid < _run.Validators && epoch == _run.Epochs; uid++)
        {
            Weigh(epoch, uid);
        }
    }

    private void Write(int epoch, int uid, SampleNeuron n) =>
        Sample.Row(
            NeuronTable,
            (long)epoch,
            1L,
            0L,
            (long)uid,
            n.Hotkey,
            n.IsValidator ? "validator" : "miner",
            n.IsValidator ? "honest" : n.Group.Strategy,
            n.Stake,
            (long)(n.Incentive * 65535),
            (long)(n.Incentive * 65535),
            (long)(n.Dividends * 65535),
            n.IsValidator ? (long)(65535 * (0.9 + 0.1 * _chance.NextDouble())) : 0L,
            n.Emission,
            n.IsValidator,
            n.IsValidator,
            n.Quality,
            n.Group.Name
        );

    private void Weigh(int epoch, int validator)
    {
        var rng = _streams.For("sample-weights", (ulong)validator);
        double[] weights = [.. _slots.Select(n => n.IsValidator ? 0 : n.WeightBy(rng))];
        double most = weights.DefaultIfEmpty(0).Max();
        for (int uid = 0; uid < _slots.Count; uid++)
        {
            if (!_slots[uid].IsValidator && !(validator == 2 && uid % 7 == 0))
            {
                long weight = most > 0 ? (long)(65535 * weights[uid] / most) : 0;
                Sample.Row(
                    WeightTable,
                    (long)epoch,
                    1L,
                    0L,
                    (long)validator,
                    (long)uid,
                    weight,
                    weight * 3 / 4
                );
            }
        }
    }

    private void Tell(long block, string kind, string reason) =>
        Sample.Row(EventTable, block, "extrinsics", _sequence++, kind, 1L, 0L, -1L, -1L, 0UL, reason);
}
