namespace Simulator.Cli.Tests.Commands;

public sealed class DoctorTests
{
    public const string NoDevice =
        "error: no CUDA device was found: the gpu backend needs an NVIDIA device and its driver (libcuda.so.1)\n";

    [Fact]
    public void Every_execution_gives_the_bits_of_the_scalar_run()
    {
        Sim sim = Sim.Call("doctor", "--backend", "cpu");

        Assert.Equal((0, ""), (sim.ExitCode, sim.Error));
        string[] names = [.. sim.Out.Split('\n').Select(line => line.Split(' ')[0])];
        Assert.Equal(
            ["runtime", "system", "processor", "cores", "vectors", "memory", "device", ""],
            names[..8]
        );
        Assert.Contains("device     none\n", sim.Out, StringComparison.Ordinal);
        Assert.Contains(
            "ok         kernels on the processor: the bits of the scalar run, 300 epochs\n",
            sim.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("FAILED", sim.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backend_that_is_none_is_bad_input() =>
        Assert.Equal(2, Sim.Call("doctor", "--backend", "tpu").ExitCode);

    [Fact]
    public void A_golden_folder_that_is_not_there_is_bad_input() =>
        Assert.Equal(
            new Sim(2, "", "error: --golden: /no/such/folder: there is no such folder\n"),
            Sim.Call("doctor", "--full", "--golden", "/no/such/folder")
        );

    [Fact]
    public void A_full_examination_compares_golden_data_and_ends_with_a_table_of_speeds()
    {
        string golden = Repository.Path("tests/vectors/chain/guarantees");

        Sim sim = Sim.Call("doctor", "--full", "--backend", "cpu", "--golden", golden);

        Assert.Equal((0, ""), (sim.ExitCode, sim.Error));
        Assert.Contains(
            $"\n\ngoldens    {golden}\nok         reference, with stages: 2 cases and 0 epochs in a row, ",
            sim.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\n\| scalar \| Yuma2 \| \d+ \| \d+\.\d\d ms, ", sim.Out);
    }

    [Fact]
    public void Without_a_device_gpu_is_one_clear_error()
    {
        Sim sim = Sim.Call("doctor", "--backend", "gpu");
        if (sim.ExitCode == 0)
        {
            Assert.Skip("this machine has a device");
        }

        Assert.Equal(new Sim(2, "", NoDevice), sim);
    }
}
