using System.Collections;
using System.Reflection;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

/// <summary>Every array and list of a learner is counted, but for what it can work out anew.</summary>
public sealed class BytesTests
{
    private static readonly string[] Remembered =
    [
        "_choices",
        "_lattice",
        "_sentences",
        "_constants",
        "_alignment",
        "_generalLogarithms",
        "_backOffLogarithms",
        "_weights",
        "_shared",
        "_sizes",
    ];

    public static TheoryData<string, long> Stages
    {
        get
        {
            TheoryData<string, long> stages = [];
            foreach (string kind in Translator.Kinds.Select(x => x.Data))
            {
                // Nothing, a part of the first pass, the second pass, everything.
                foreach (long budget in new[] { 0, 300_000, 5_000_000, long.MaxValue })
                {
                    stages.Add(kind, budget);
                }
            }
            return stages;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_translator_takes_the_bytes_of_all_that_it_has_learned(string kind, long budget)
    {
        IModel model = Translator.Make(kind, Translator.Shard(0.1));
        model.Train(budget);
        Translator.Answers(model, 20);
        Assert.Equal(Held(Field(Field(model, "_student"), "_learner")), model.Bytes);
    }

    [Fact]
    public void Who_copies_the_sentence_keeps_nothing() => Assert.Equal(0, new SourceCopy().Bytes);

    private static object Field(object owner, string name) =>
        owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;

    private static long Held(object owner) =>
        owner
            .GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => !field.FieldType.IsPrimitive && !Remembered.Contains(field.Name))
            .Sum(field => Of(field.GetValue(owner)));

    private static long Of(object? part) =>
        part switch
        {
            null => 0,
            WordRow?[] rows => (long)rows.Length * IntPtr.Size + rows.Sum(Of),
            Array array => (long)array.Length * SizeOf(array.GetType().GetElementType()!),
            IList list => (long)list.Count * SizeOf(list.GetType().GetGenericArguments()[0]),
            _ => Held(part),
        };

    private static long SizeOf(Type element) =>
        element == typeof(ushort) ? sizeof(ushort)
        : element == typeof(int) || element == typeof(float) ? sizeof(int)
        : element == typeof(ulong) ? sizeof(ulong)
        : element.IsValueType
            ? element
                .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Sum(field => field.FieldType == typeof(uint) ? sizeof(uint) : SizeOf(field.FieldType))
        : throw new ArgumentException($"How large is a {element}?", nameof(element));
}
