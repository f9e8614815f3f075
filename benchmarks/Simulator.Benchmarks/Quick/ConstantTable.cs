using System.Globalization;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Benchmarks.Quick;

/// <summary>How skill on the development split depends on each number that translators do not learn.</summary>
internal static class ConstantTable
{
    private const int Questions = 400;
    private const int Seeds = 2;
    private const double Noise = 0.1;

    private static readonly double[] Shares = [0.03, 0.3];

    /// <summary>Prints, for each model and number, its skill and what other values would add to it.</summary>
    public static void Print()
    {
        LanguageTranslation[] tasks =
        [
            .. new[]
            {
                LanguageTranslation.Spanish,
                LanguageTranslation.German,
                LanguageTranslation.French,
            }.Select(task => new LanguageTranslation(
                task.Name,
                SentenceSet.Development(task.Sentences.Language)
            )),
        ];
        Console.WriteLine(
            $"Skill on {Questions} sentences of the development split, trained to the end: mean of three languages, shares "
                + $"{string.Join(" and ", Shares)} and {Seeds} seeds, {Noise} of the translations wrong. Other values: what "
                + "they add, and the standard error of it, models paired."
        );
        Console.WriteLine();
        Console.WriteLine("| constant | model | skill | value: what it adds to the skill |");
        Console.WriteLine("|---|---|---|---|");
        foreach (TranslatorConstant constant in TranslatorConstant.All)
        {
            foreach (string model in constant.Models)
            {
                double[] chosen = Skills(tasks, model, TranslatorConstants.Chosen);
                string others = string.Join(
                    "; ",
                    constant.Values.Select(value =>
                        Change(value, chosen, Skills(tasks, model, constant.With(value)))
                    )
                );
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {constant.Name} | {model} | {chosen.Average():F4} | {others} |"
                    )
                );
            }
        }
    }

    private static string Change(double value, double[] chosen, double[] skills)
    {
        double[] changes = [.. skills.Zip(chosen, (skill, before) => skill - before)];
        double mean = changes.Average();
        double squares = changes.Sum(change => (change - mean) * (change - mean));
        double error = Math.Sqrt(squares / (changes.Length - 1) / changes.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{value}: {mean:+0.0000;−0.0000;0} ± {error:F4}");
    }

    private static double[] Skills(LanguageTranslation[] tasks, string model, TranslatorConstants constants)
    {
        List<double> skills = [];
        foreach (LanguageTranslation task in tasks)
        {
            foreach (double share in Shares)
            {
                for (ulong seed = 1; seed <= Seeds; seed++)
                {
                    SentenceShard shard = SentenceShard.Draw(task.Sentences, share, Noise, new Rng(seed));
                    IModel trained = TranslatorConstant.Make(model, shard, constants);
                    trained.Train(long.MaxValue);
                    skills.Add(Market.Skill(task, trained, Questions));
                }
            }
        }
        return [.. skills];
    }
}
