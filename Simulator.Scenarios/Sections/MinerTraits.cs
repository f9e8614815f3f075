using Simulator.Core.Agents;
using Simulator.Core.Agents.Policies;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Profiles;
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
    private readonly Func<IModel>? _opened;
    private readonly ulong _shardKey;
    private readonly PolicyEntry _policy;
    private Workplace _workplace;
    private readonly Rng _training;
    private readonly int? _fineTuneAfter;
    private readonly ModelProfile? _profile;
    private readonly ulong _profileKey;

    /// <summary>Draws a miner of a group. All numbers are drawn, in one order, whichever the group gives and the
    /// strategy reads: a key more or less never shifts another's draw.</summary>
    /// <param name="group">The group.</param>
    /// <param name="workplace">What it has in common with all others.</param>
    /// <param name="rng">The miner's own stream.</param>
    public MinerTraits(MinerSection group, Workplace workplace, Rng rng)
    {
        (_model, _policy, _workplace) = (group.Model, group.Training, workplace);
        _opened = group.Onnx?.Make;
        _external = group.External?.Make;
        _dataShare = group.DataShare.Next(rng);
        _labelNoise = group.LabelNoise.Next(rng);
        LearningRate = group.LearningRate.Next(rng);
        Hidden = (int)group.Hidden.NextWhole(rng);
        WorkingTempos = (int)group.WorkingTempos.NextWhole(rng);
        double compute = group.Compute.Next(rng);
        long latency = group.Latency.NextWhole(rng);
        (_shardKey, _training, Answers) = (rng.NextUInt64(), rng.Split(), rng.Split());
        Order = (int)group.Order.NextWhole(rng);
        Memory = group.Memory.NextWhole(rng) * MinerSection.BytesPerKibibyte;
        Passes = (int)group.Passes.NextWhole(rng);
        PhraseWords = (int)group.PhraseWords.NextWhole(rng);
        Penalty = group.Penalty.Next(rng);
        Window = (int)group.Window.NextWhole(rng);
        Filters = (int)group.Filters.NextWhole(rng);
        Neighbours = (int)group.Neighbours.NextWhole(rng);
        Stored = (int)group.Stored.NextWhole(rng);
        int units = (int)group.Units.NextWhole(rng);
        double loss = group.AnswerLoss.Next(rng);
        (Hardware, Line) = (workplace.Hardware(group, units, compute, latency, loss), rng.Split());
        Sprint = (int)group.Sprint.NextWhole(rng);
        Rest = (int)group.Rest.NextWhole(rng);
        MostDuty = group.MostDuty.Next(rng);
        ProviderShare = group.ProviderShare.Next(rng);
        (Patience, UpgradeAfter) = (group.Patience, group.UpgradeAfter);
        (IsPublic, _fineTuneAfter) = (group.Public, group.FineTuneAfter);
        StealEvery = (int)group.StealEvery.NextWhole(rng);
        (_profile, _profileKey) = (workplace.Curves?.Draw(group.Name, rng), rng.NextUInt64());
    }

    /// <summary>What it is asked.</summary>
    public ITask Task => _workplace.Task;

    /// <summary>Step of gradient descent.</summary>
    public double LearningRate { get; }

    /// <summary>Hidden units of its perceptron.</summary>
    public int Hidden { get; private set; }

    /// <summary>Characters that its text model looks back at most.</summary>
    public int Order { get; private set; }

    /// <summary>Bytes that its table of n-grams may take.</summary>
    public long Memory { get; private set; }

    /// <summary>How often its translation model reads its sentences.</summary>
    public int Passes { get; }

    /// <summary>Words of the longest run that its phrase memory remembers.</summary>
    public int PhraseWords { get; }

    /// <summary>Penalty on the weights of its ridge regression.</summary>
    public double Penalty { get; }

    /// <summary>Days on either side that its seasonal forecast takes for the same season.</summary>
    public int Window { get; }

    /// <summary>Filters of its convolution.</summary>
    public int Filters { get; }

    /// <summary>Nearest images that vote on its answer.</summary>
    public int Neighbours { get; }

    /// <summary>Images that it stores at most.</summary>
    public int Stored { get; }

    /// <summary>Tempos in which it trains, if it is lazy.</summary>
    public int WorkingTempos { get; }

    /// <summary>What it computes on.</summary>
    public Hardware Hardware { get; }

    /// <summary>The stream of what is lost on the way.</summary>
    public Rng Line { get; }

    /// <summary>What its data cost, in US dollars.</summary>
    public double DataUsd => _model.ReadsData ? _workplace.DataUsd(_dataShare) : 0;

    /// <summary>Tempos of a sprint.</summary>
    public int Sprint { get; }

    /// <summary>Tempos of rest after a sprint.</summary>
    public int Rest { get; }

    /// <summary>Largest share of a tempo that it trains.</summary>
    public double MostDuty { get; }

    /// <summary>Share of its income that goes to who provides its machine.</summary>
    public double ProviderShare { get; }

    /// <summary>Tempos over which it looks back before it quits.</summary>
    public int? Patience { get; }

    /// <summary>Tempos after which it starts on a larger model.</summary>
    public int? UpgradeAfter { get; }

    /// <summary>Whether its model is published.</summary>
    public bool IsPublic { get; }

    /// <summary>Tempos from one theft to the next.</summary>
    public int StealEvery { get; }

    /// <summary>The stream of what it makes up.</summary>
    public Rng Answers { get; }

    /// <summary>Its model, untrained, with its own shard of the data; where the world moves, with one of the later world too.
    /// A learning curve where these stand in for models.</summary>
    public IModel NewModel()
    {
        if (_profile is not null)
        {
            return new ProfiledModel(_profile, (ProfiledTask)Task, _profileKey);
        }
        IModel model = _model.Make(this, _training);
        // What is outside, or comes out of files, is asked about either world, and nobody can copy it.
        if (_external is not null || _opened is not null)
        {
            return model;
        }
        if (InLaterWorld() is { } there)
        {
            model = new DriftingModel(model, _model.Make(there, _training));
        }
        return new SharedModel(model);
    }

    /// <summary>How it goes on from the models of others; null for never.</summary>
    public FineTuning? NewFineTuning() =>
        _fineTuneAfter is { } after ? new(after, DrawData, _training.Split()) : null;

    /// <summary>The policy by which it trains.</summary>
    public ITrainingPolicy NewPolicy() => _policy.Make(this);

    /// <summary>Makes one larger model after the other, until there is none or its machine cannot hold the next.</summary>
    public Func<IModel?> LargerModels()
    {
        var traits = (MinerTraits)MemberwiseClone();
        return () =>
        {
            var size = traits.Size;
            traits.Hidden = Math.Min(2 * traits.Hidden, MinerSection.MostHidden);
            traits.Order = Math.Min(traits.Order + 1, MinerSection.MostOrder);
            traits.Memory = Math.Min(
                2 * traits.Memory,
                (long)MinerSection.MostKibibytes * MinerSection.BytesPerKibibyte
            );
            if (traits.Size == size)
            {
                return null;
            }
            IModel larger = traits.NewModel();
            return larger.BytesWhenMoved <= Hardware.Memory ? larger : null;
        };
    }

    /// <summary>Its model, where that came in files; those are open before a world is built.</summary>
    public IModel OpenedModel() => _opened!();

    /// <summary>Its model, where that is outside.</summary>
    /// <exception cref="InvalidOperationException">Nobody agreed to ask outside.</exception>
    public IModel ExternalModel() =>
        _external?.Invoke()
        ?? throw new InvalidOperationException("External models are asked only after Scenario.With.");

    /// <summary>Its own shard of the images, where these are its task.</summary>
    public ImageShard DrawImages() =>
        ImageShard.Draw(((ImageRecognition)Task).Images, _dataShare, _labelNoise, new(_shardKey));

    /// <summary>Its own shard of the novels, where these are its task.</summary>
    public TextShard DrawText() =>
        TextShard.Draw(((NovelCompletion)Task).Novels, _dataShare, _labelNoise, new(_shardKey));

    /// <summary>Its own shard of the table, where one is its task.</summary>
    public TableShard DrawTable() =>
        TableShard.Draw(((TableTask)Task).Table, _dataShare, _labelNoise, new(_shardKey));

    /// <summary>Its own shard of the sentence pairs, where these are its task.</summary>
    public SentenceShard DrawSentences() =>
        SentenceShard.Draw(((LanguageTranslation)Task).Sentences, _dataShare, _labelNoise, new(_shardKey));

    /// <summary>Its own data; where the world moves, of both worlds.</summary>
    private ITrainingData DrawData() =>
        InLaterWorld() is { } there ? new DriftingData(OfTask(), there.OfTask()) : OfTask();

    private ITrainingData OfTask() =>
        Task switch
        {
            ImageRecognition => DrawImages(),
            NovelCompletion => DrawText(),
            TableTask => DrawTable(),
            _ => DrawSentences(),
        };

    /// <summary>What makes its model as large as it is; 0 for what that does not read.</summary>
    private (int Hidden, int Order, long Memory) Size =>
        (
            _model.Keys.Contains("hidden") ? Hidden : 0,
            _model.Keys.Contains("order") ? Order : 0,
            _model.Keys.Contains("memory") ? Memory : 0
        );

    private MinerTraits? InLaterWorld()
    {
        if (_workplace.Later is not { } later)
        {
            return null;
        }
        var there = (MinerTraits)MemberwiseClone();
        there._workplace = later;
        return there;
    }
}
