using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Scenarios.Sections;

/// <summary>What one miner of a group turned out to be: everything that its own stream decides.</summary>
internal sealed class MinerTraits
{
    private readonly double _dataShare;
    private readonly double _labelNoise;
    private readonly ModelEntry _model;
    private readonly Func<IModel>? _external;
    private readonly Rng _shard;
    private readonly Rng _training;

    /// <summary>Draws a miner of a group. All numbers are drawn, in one order, whichever the group gives and the
    /// strategy reads: a key more or less never shifts another's draw.</summary>
    /// <param name="group">The group.</param>
    /// <param name="task">What it is asked.</param>
    /// <param name="rng">The miner's own stream.</param>
    public MinerTraits(MinerSection group, ITask task, Rng rng)
    {
        Task = task;
        _model = group.Model;
        _external = group.External?.Make;
        _dataShare = group.DataShare.Next(rng);
        _labelNoise = group.LabelNoise.Next(rng);
        LearningRate = group.LearningRate.Next(rng);
        Hidden = (int)group.Hidden.NextWhole(rng);
        WorkingTempos = (int)group.WorkingTempos.NextWhole(rng);
        Hardware = new()
        {
            Compute = (long)(group.Compute.Next(rng) * MinerSection.FlopPerMflop),
            Latency = group.Latency.NextWhole(rng),
        };
        (_shard, _training, Answers) = (rng.Split(), rng.Split(), rng.Split());
        Order = (int)group.Order.NextWhole(rng);
        Memory = group.Memory.NextWhole(rng) * MinerSection.BytesPerKibibyte;
        Passes = (int)group.Passes.NextWhole(rng);
        PhraseWords = (int)group.PhraseWords.NextWhole(rng);
        Penalty = group.Penalty.Next(rng);
        Window = (int)group.Window.NextWhole(rng);
    }

    /// <summary>What it is asked.</summary>
    public ITask Task { get; }

    /// <summary>Step of gradient descent.</summary>
    public double LearningRate { get; }

    /// <summary>Hidden units of its perceptron.</summary>
    public int Hidden { get; }

    /// <summary>Characters that its text model looks back at most.</summary>
    public int Order { get; }

    /// <summary>Bytes that its table of n-grams may take.</summary>
    public long Memory { get; }

    /// <summary>How often its translation model reads its sentences.</summary>
    public int Passes { get; }

    /// <summary>Words of the longest run that its phrase memory remembers.</summary>
    public int PhraseWords { get; }

    /// <summary>Penalty on the weights of its ridge regression.</summary>
    public double Penalty { get; }

    /// <summary>Days on either side that its seasonal forecast takes for the same season.</summary>
    public int Window { get; }

    /// <summary>Tempos in which it trains, if it is lazy.</summary>
    public int WorkingTempos { get; }

    /// <summary>What it computes on.</summary>
    public Hardware Hardware { get; }

    /// <summary>The stream of what it makes up.</summary>
    public Rng Answers { get; }

    /// <summary>Its model, untrained, with its own shard of the data.</summary>
    public IModel NewModel() => _model.Make(this, _training);

    /// <summary>Its model, where that is outside.</summary>
    /// <exception cref="InvalidOperationException">Nobody agreed to ask outside.</exception>
    public IModel ExternalModel() =>
        _external?.Invoke()
        ?? throw new InvalidOperationException("External models are asked only after Scenario.With.");

    /// <summary>Its own shard of the images, where these are its task.</summary>
    public ImageShard DrawImages() =>
        ImageShard.Draw(((ImageRecognition)Task).Images, _dataShare, _labelNoise, _shard);

    /// <summary>Its own shard of the novels, where these are its task.</summary>
    public TextShard DrawText() =>
        TextShard.Draw(((NovelCompletion)Task).Novels, _dataShare, _labelNoise, _shard);

    /// <summary>Its own shard of the table, where one is its task.</summary>
    public TableShard DrawTable() =>
        TableShard.Draw(((TableTask)Task).Table, _dataShare, _labelNoise, _shard);

    /// <summary>Its own shard of the sentence pairs, where these are its task.</summary>
    public SentenceShard DrawSentences() =>
        SentenceShard.Draw(((LanguageTranslation)Task).Sentences, _dataShare, _labelNoise, _shard);
}
