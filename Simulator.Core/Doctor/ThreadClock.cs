using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Core.Doctor;

/// <summary>Processor time of this thread, so that others on the machine count as little as possible.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Seconds that this thread has used; where the system does not say, seconds that have passed.</summary>
    public static double Seconds =>
        OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0
            ? time.Seconds + (time.Nanoseconds * 1e-9)
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
