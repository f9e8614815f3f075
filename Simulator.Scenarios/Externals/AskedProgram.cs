using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Core.Tasks;

namespace Simulator.Scenarios.Externals;

/// <summary>One program or endpoint of a run, with everything that it was asked: nothing is asked twice.</summary>
/// <param name="identity">What a recording knows it by.</param>
/// <param name="channel">The way to it; null where a recording answers in its place.</param>
/// <param name="recorded">What a recording holds, by key.</param>
internal sealed class AskedProgram(
    string identity,
    IExternalChannel? channel,
    IReadOnlyDictionary<string, Exchanged> recorded
) : IDisposable
{
    private readonly Lock _asking = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Exchanged> _inOrder = [];
    private readonly Dictionary<(int Version, IQuestion Question), IAnswer> _answers = [];
    private long _lastId;

    /// <summary>Everything that was asked, in the order it was first asked for.</summary>
    public IReadOnlyList<Exchanged> Exchanges => _inOrder;

    /// <summary>An answer that was given before, or else now.</summary>
    /// <param name="version">Version of the model.</param>
    /// <param name="question">The question.</param>
    /// <param name="ask">Finds the answer.</param>
    public IAnswer Known(int version, IQuestion question, Func<IAnswer> ask)
    {
        lock (_asking)
        {
            if (!_answers.TryGetValue((version, question), out IAnswer? known))
            {
                known = ask();
                _answers.Add((version, question), known);
            }
            return known;
        }
    }

    /// <summary>Asks a question.</summary>
    /// <param name="version">Version of the model.</param>
    /// <param name="task">Name of the task.</param>
    /// <param name="question">The question.</param>
    /// <param name="about">The question in a recording.</param>
    /// <param name="waits">How long to wait.</param>
    /// <param name="read">Reads what came; a fault of it is recorded.</param>
    /// <exception cref="ExternalFault">There is no answer.</exception>
    public T Ask<T>(
        int version,
        string task,
        JsonObject question,
        string about,
        ExternalWaits waits,
        Func<JsonElement, T> read
    ) => Exchange(version, task, "question", question, about, waits, read);

    /// <summary>Lets it train.</summary>
    /// <param name="version">Version of the model.</param>
    /// <param name="task">Name of the task.</param>
    /// <param name="budget">Operations that it may spend.</param>
    /// <param name="waits">How long to wait.</param>
    /// <param name="read">Reads what came; a fault of it is recorded.</param>
    /// <exception cref="ExternalFault">There is no reply.</exception>
    public T Train<T>(
        int version,
        string task,
        long budget,
        ExternalWaits waits,
        Func<JsonElement, T> read
    ) => Exchange(version, task, "train", budget, $"train {budget}", waits, read);

    /// <inheritdoc/>
    public void Dispose() => channel?.Dispose();

    private T Exchange<T>(
        int version,
        string task,
        string what,
        JsonNode content,
        string about,
        ExternalWaits waits,
        Func<JsonElement, T> read
    )
    {
        JsonObject message = new()
        {
            ["version"] = version,
            ["task"] = task,
            [what] = content,
        };
        string key = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(identity + message.ToJsonString()))
        );
        lock (_asking)
        {
            if (!_numbers.TryGetValue(key, out int number))
            {
                Exchanged asked = new(key, identity, about, version);
                number = _inOrder.Count;
                _inOrder.Add(
                    channel is null
                        ? FromRecording(asked)
                        : Over(channel, asked, message, what == "train", waits)
                );
                _numbers.Add(key, number);
            }
            return Read(number, read);
        }
    }

    /// <summary>What an exchange says. An answer of the wrong kind is one that failed, in the recording too.</summary>
    private T Read<T>(int number, Func<JsonElement, T> read)
    {
        Exchanged known = _inOrder[number];
        if (known.Answer is not { } answer || known.Failed.Length > 0)
        {
            throw new ExternalFault(known.Failed);
        }
        try
        {
            return read(answer);
        }
        catch (ExternalFault fault)
        {
            _inOrder[number] = known with { Failed = fault.Message };
            throw;
        }
    }

    private Exchanged FromRecording(Exchanged asked) =>
        recorded.TryGetValue(asked.Key, out Exchanged? known)
            ? known
            : throw new ExternalException(
                $"the recording has no answer to '{asked.About}': it is of another scenario, seed or program"
            );

    private Exchanged Over(
        IExternalChannel open,
        Exchanged asked,
        JsonObject message,
        bool isTraining,
        ExternalWaits waits
    )
    {
        long id = ++_lastId;
        message.Insert(0, "id", id);
        try
        {
            byte[] reply = open.Exchange(id, message.ToJsonString(), waits);
            return asked with { Answer = Reply.Read(reply, id, isTraining) };
        }
        catch (ExternalFault fault)
        {
            return asked with { Failed = fault.Message };
        }
    }
}
