using ILGPU;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.IR.Values;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Functions with a C# body for the processor and one PTX instruction for the device.</summary>
internal static class GpuIntrinsics
{
    /// <summary>The high half of the 128-bit product.</summary>
    [IntrinsicImplementation]
    public static ulong MulHigh(ulong a, ulong b) => Math.BigMul(a, b, out _);

    /// <summary>
    /// Keeps a value where it was computed: at O2 the compiler would move it into the loop that uses it, and a
    /// division per column would become one per cell.
    /// </summary>
    [IntrinsicImplementation]
    public static double Pin(double x) => x;

    /// <inheritdoc cref="Pin(double)"/>
    [IntrinsicImplementation]
    public static uint Pin(uint x) => x;

    /// <summary>The product, rounded before it goes anywhere.</summary>
    [IntrinsicImplementation]
    public static double Multiply(double a, double b) => a * b;

    /// <summary>The square root, rounded to nearest.</summary>
    [IntrinsicImplementation]
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <summary>Makes the functions known to a context; without it a kernel would call them as externs.</summary>
    public static void Register(Context.Builder builder)
    {
        IntrinsicImplementationManager manager = IRContextExtensions.GetIntrinsicManager(builder);
        Register(manager, nameof(MulHigh), [typeof(ulong), typeof(ulong)], nameof(EmitMulHigh));
        Register(manager, nameof(Pin), [typeof(double)], nameof(EmitPinDouble));
        Register(manager, nameof(Pin), [typeof(uint)], nameof(EmitPinUInt));
        Register(manager, nameof(Multiply), [typeof(double), typeof(double)], nameof(EmitMultiply));
        Register(manager, nameof(Sqrt), [typeof(double)], nameof(EmitSqrt));
    }

    /// <summary>Writes <see cref="MulHigh"/>; called by the PTX compiler.</summary>
    public static void EmitMulHigh(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, (MethodCall)call, "mul.hi.u64", 2);

    /// <summary>Writes <see cref="Pin(double)"/>; called by the PTX compiler.</summary>
    public static void EmitPinDouble(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, (MethodCall)call, "mov.f64", 1);

    /// <summary>Writes <see cref="Pin(uint)"/>; called by the PTX compiler.</summary>
    public static void EmitPinUInt(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, (MethodCall)call, "mov.b32", 1);

    /// <summary>Writes <see cref="Multiply"/>; called by the PTX compiler.</summary>
    public static void EmitMultiply(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, (MethodCall)call, "mul.rn.f64", 2);

    /// <summary>Writes <see cref="Sqrt"/>; called by the PTX compiler.</summary>
    public static void EmitSqrt(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, (MethodCall)call, "sqrt.rn.f64", 1);

    private static void Register(
        IntrinsicImplementationManager manager,
        string name,
        Type[] operands,
        string generator
    ) =>
        manager.RegisterMethod(
            typeof(GpuIntrinsics).GetMethod(name, operands)!,
            new PTXIntrinsic(
                typeof(GpuIntrinsics).GetMethod(generator)!,
                IntrinsicImplementationMode.GenerateCode
            )
        );

    private static void Emit(PTXCodeGenerator code, MethodCall call, string instruction, int operands)
    {
        var inputs = Enumerable.Range(0, operands).Select(k => code.LoadPrimitive(call[k])).ToArray();
        var result = code.AllocateHardware(call);
        using PTXCodeGenerator.CommandEmitter command = code.BeginCommand(instruction);
        command.AppendArgument(result);
        foreach (var input in inputs)
        {
            command.AppendArgument(input);
        }
    }
}
