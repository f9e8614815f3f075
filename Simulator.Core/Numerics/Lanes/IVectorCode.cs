namespace Simulator.Core.Numerics.Lanes;

/// <summary>Several neighbouring columns of codes: how they come from memory and go there.</summary>
internal unsafe interface IVectorCode<U> : ICode<U>
    where U : struct, ICode<U>
{
    static abstract int Columns { get; }
    static abstract U Load(uint* at);
    static abstract void Store(U a, uint* at);
}
