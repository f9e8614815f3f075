using Simulator.Core.Units;

namespace Simulator.Core.Chain.Parameters;

/// <summary>Writes the entries of the catalogue for one record: what unit a property has, and both of its defaults.</summary>
/// <param name="storage">The record when nothing was ever set.</param>
/// <param name="fresh">The record of a new subnet.</param>
internal sealed class ParameterEntries<TRecord>(TRecord storage, TRecord fresh)
{
    public ParameterOf<TRecord> Share(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        Func<TRecord, PerU16> get,
        Func<TRecord, PerU16, TRecord> set
    ) =>
        Of(
            name,
            meaning,
            actsIn,
            setter,
            ParameterKind.Share,
            p => get(p).Raw,
            (p, v) => set(p, new((ushort)v))
        );

    public ParameterOf<TRecord> Blocks(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        Func<TRecord, BlockSpan> get,
        Func<TRecord, BlockSpan, TRecord> set,
        ulong least = 0,
        ulong most = ulong.MaxValue
    ) =>
        Of(
            name,
            meaning,
            actsIn,
            setter,
            ParameterKind.Blocks,
            p => get(p).Length,
            (p, v) => set(p, new((ulong)v))
        ) with
        {
            Least = least,
            Most = most,
        };

    public ParameterOf<TRecord> Count(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        Func<TRecord, ulong> get,
        Func<TRecord, ulong, TRecord> set,
        ulong least = 0,
        ulong most = ulong.MaxValue
    ) =>
        Of(name, meaning, actsIn, setter, ParameterKind.Count, p => get(p), (p, v) => set(p, (ulong)v)) with
        {
            Least = least,
            Most = most,
        };

    public ParameterOf<TRecord> Flag(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        Func<TRecord, bool> get,
        Func<TRecord, bool, TRecord> set
    ) => Of(name, meaning, actsIn, setter, ParameterKind.Flag, p => get(p) ? 1 : 0, (p, v) => set(p, v != 0));

    public ParameterOf<TRecord> Amount(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        Func<TRecord, Tao> get,
        Func<TRecord, Tao, TRecord> set
    ) =>
        Of(
            name,
            meaning,
            actsIn,
            setter,
            ParameterKind.TaoAmount,
            p => get(p).Rao,
            (p, v) => set(p, new((ulong)v))
        );

    public ParameterOf<TRecord> Of(
        string name,
        string meaning,
        string actsIn,
        ParameterSetter setter,
        ParameterKind kind,
        Func<TRecord, Int128> get,
        Func<TRecord, Int128, TRecord> set
    ) =>
        new(get, set)
        {
            Name = name,
            Kind = kind,
            Meaning = meaning,
            ActsIn = actsIn,
            Setter = setter,
            StorageDefault = get(storage),
            Default = get(fresh),
            Least = kind.Least,
            Most = kind.Most,
        };
}
