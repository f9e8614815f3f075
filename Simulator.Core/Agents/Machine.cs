using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>A miner's hardware at work: it trains, answers one question after the other, and counts what that costs.</summary>
/// <remarks>
/// An answer waits until those before it are done, takes as long as its operations or the reading of its model, whichever
/// takes longer, and then the time of the way. A question that would not be done by the deadline is not taken: it gets no
/// reply, costs nothing, and nobody waits for it. Hours are charged for work alone, for training and for answers. The two do
/// not share the machine: neither slows the other down, and both together may be charged for more hours than have passed.
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
    /// <param name="deadline">Ticks in which it has to be done, in [0, 12,000].</param>
    /// <returns>The model's answer; <see cref="Reply.Lost"/> where it is not done by the deadline, or lost on its way.</returns>
    public Reply Answer(IModel model, IQuestion question, SimTime now, long deadline = SimTime.TicksPerBlock)
    {
        ArgumentNullException.ThrowIfNull(model);
        // A model is not asked for what nobody sees.
        return Latency(Work(model), now, deadline) is { } latency
            ? new(model.Answer(question), latency)
            : Reply.Lost;
    }

    /// <summary>Sends an answer off.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="seconds">Seconds of work that it takes.</param>
    /// <param name="now">When the question came in.</param>
    /// <param name="deadline">Ticks in which it has to be done, in [0, 12,000].</param>
    /// <returns>The answer; <see cref="Reply.Lost"/> where it is not done by the deadline, or lost on its way.</returns>
    public Reply Send(IAnswer answer, double seconds, SimTime now, long deadline = SimTime.TicksPerBlock) =>
        Latency(seconds, now, deadline) is { } latency ? new(answer, latency) : Reply.Lost;

    /// <summary>Ticks from a question to its answer, whose work is done and charged; nothing where it does not arrive.</summary>
    private long? Latency(double seconds, SimTime now, long deadline)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deadline);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(deadline, SimTime.TicksPerBlock);
        // Drawn for what is not taken, too: how busy a machine is shifts nothing that its line loses.
        bool isLost = Hardware.AnswerLoss > 0 && _line!.NextBool(Hardware.AnswerLoss);
        double wait = 0;
        if (seconds > 0)
        {
            double done = Math.Max(_free, now.Ticks) + seconds * TicksPerSecond;
            wait = Math.Ceiling(done - now.Ticks);
            if (wait > deadline)
            {
                return null;
            }
            _free = done;
            Seconds += seconds;
        }
        return isLost ? null : (long)wait + Hardware.Latency;
    }

    /// <summary>Seconds that an answer of a model takes: its operations or the reading of the model, whichever takes longer.</summary>
    private double Work(IModel model)
    {
        double computing = Hardware.AnswerSpeed > 0 ? model.AnswerOperations / Hardware.AnswerSpeed : 0,
            reading = Hardware.Bandwidth > 0 ? model.Bytes / Hardware.Bandwidth : 0;
        return Math.Max(computing, reading);
    }
}
