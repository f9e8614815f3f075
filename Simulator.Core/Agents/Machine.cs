using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>A miner's hardware at work: it trains, answers one question after the other, and counts what that costs.</summary>
/// <remarks>
/// An answer waits until those before it are done, takes as long as its operations or the reading of its model, whichever
/// takes longer, and then the time of the way. Hours are charged for work alone, for training and for answers.
/// </remarks>
/// <param name="hardware">The hardware.</param>
/// <param name="line">Decides which answers are lost; may be left out where none are.</param>
/// <exception cref="ArgumentException">The hardware is null or out of range, or it loses answers and nothing decides which.</exception>
public sealed class Machine(Hardware hardware, Rng? line = null)
{
    private const double TicksPerSecond = 1_000;
    private const double SecondsPerHour = 3_600;

    private readonly Rng? _line =
        line is not null || hardware is not { AnswerLoss: > 0 }
            ? line
            : throw new ArgumentNullException(nameof(line));

    /// <summary>When it is done with all answers so far, in ticks.</summary>
    private double _free;

    /// <summary>What it is.</summary>
    public Hardware Hardware { get; } = Hardware.Checked(hardware);

    /// <summary>Floating-point operations that training has taken so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Seconds of work so far.</summary>
    public double Seconds { get; private set; }

    /// <summary>US dollars that its work has cost so far, without the energy.</summary>
    public double ComputeUsd => Seconds / SecondsPerHour * Hardware.UsdPerHour;

    /// <summary>US dollars that the energy of its work has cost so far.</summary>
    public double EnergyUsd => Seconds / SecondsPerHour * Hardware.EnergyUsdPerHour;

    /// <summary>Trains a model for a tempo, unless it has outgrown the memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="duty">Share of the tempo to train, not negative; more than 1 for machines that were added.</param>
    /// <returns>Operations spent.</returns>
    public long Train(IModel model, double duty = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!(duty >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(duty), duty, "A share of a tempo is not negative.");
        }
        // What has outgrown the memory learns no more: only models that grow as they learn ever come to that.
        if (model.Bytes > Hardware.Memory)
        {
            return 0;
        }
        long spent = model.Train((long)(Hardware.Compute * duty));
        Operations += spent;
        Seconds += spent == 0 ? 0 : Hardware.TrainingSeconds * spent / Hardware.Compute;
        return spent;
    }

    /// <summary>A model's reply to a question.</summary>
    /// <param name="model">The model.</param>
    /// <param name="question">The question.</param>
    /// <param name="now">When it comes in.</param>
    public Reply Answer(IModel model, IQuestion question, SimTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Send(model.Answer(question), Work(model), now);
    }

    /// <summary>Sends an answer off.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="seconds">Seconds of work that it takes.</param>
    /// <param name="now">When the question came in.</param>
    public Reply Send(IAnswer answer, double seconds, SimTime now)
    {
        long wait = 0;
        if (seconds > 0)
        {
            Seconds += seconds;
            _free = Math.Max(_free, now.Ticks) + seconds * TicksPerSecond;
            wait = (long)Math.Ceiling(_free - now.Ticks);
        }
        return Hardware.AnswerLoss > 0 && _line!.NextBool(Hardware.AnswerLoss)
            ? Reply.Lost
            : new(answer, wait + Hardware.Latency);
    }

    /// <summary>Seconds that an answer of a model takes: its operations or the reading of the model, whichever takes longer.</summary>
    private double Work(IModel model)
    {
        double computing = Hardware.AnswerSpeed > 0 ? model.AnswerOperations / Hardware.AnswerSpeed : 0,
            reading = Hardware.Bandwidth > 0 ? model.Bytes / Hardware.Bandwidth : 0;
        return Math.Max(computing, reading);
    }
}
