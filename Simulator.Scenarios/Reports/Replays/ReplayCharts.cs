using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Replays;

/// <summary>The charts of a replay: every variant beside the others, on the same axes.</summary>
/// <remarks>Source: variants §8; the original has a column per variant and a row per chart.</remarks>
internal sealed class ReplayCharts(ReplayPicture picture)
{
    // Each takes a row of panels.
    private const int MostMinersInRows = 3;

    // Hotkeys are longer; names that people give stay whole.
    private const int MostLetters = 34;

    private const string Validators = "One line for each validator.";

    /// <summary>All charts, in the order of the page.</summary>
    public Figure[] All() =>
        [
            Weights(),
            OfValidators(
                "dividends",
                "Dividends",
                "dividend_per_1000",
                "TAO",
                "What 1000 TAO of its stake earn in an epoch, TAO."
            ),
            Bonds(
                "bonds",
                "Bonds",
                "bond",
                "bond",
                "The bond after the epoch, as the rule remembers it: the rules do not share a unit."
            ),
            Bonds(
                "bond-shares",
                "Normalised bonds",
                "bond_share",
                "share",
                "The bond as a share of all bonds on the miner."
            ),
            Incentives(),
            OfValidators(
                "relative-dividends",
                "Relative dividends",
                "relative_dividend",
                "share",
                "Share of the dividends less share of the stake: above 0, more than its stake's part."
            ),
        ];

    private Figure Weights()
    {
        IGrouping<string, ReplayPictureVariant>[] same = [.. picture.Variants.GroupBy(WeightsOf)];
        bool areTwo = AreSharesOfTwo();
        string[] miners = areTwo ? [picture.AllMiners[1]] : [.. Foremost()];
        Panel[][] rows =
        [
            .. miners.Select(miner =>
                same.Select(group => new Panel(
                        $"{(areTwo ? "" : $"{Short(miner)} · ")}{(same.Length == 1 ? "all variants" : Together([.. group]))}",
                        "",
                        [
                            .. picture.Validators.Select(
                                (validator, i) =>
                                    Line(
                                        validator,
                                        i,
                                        picture.OfPair(group.First(), validator, miner, "weight")
                                    )
                            ),
                        ]
                    ))
                    .ToArray()
            ),
        ];
        JsonObject y = Axes.Titled(areTwo ? "" : "weight");
        if (areTwo)
        {
            y["range"] = new JsonArray(-0.05, 1.05);
            y["tickvals"] = new JsonArray(0, 0.25, 0.5, 0.75, 1);
            y["ticktext"] = new JsonArray(
                Json.Text(picture.AllMiners[0]),
                "¼",
                "½",
                "¾",
                Json.Text(picture.AllMiners[1])
            );
        }
        string meaning = areTwo
            ? $"Weight on {picture.AllMiners[1]}; the rest of a row is on {picture.AllMiners[0]}."
            : "Weight on each miner, as the source gives it.";
        return Of("replay-weights", "Weights", $"{meaning} {Validators}", rows, y);
    }

    private Figure OfValidators(string id, string title, string column, string unit, string meaning) =>
        Of(
            $"replay-{id}",
            title,
            $"{meaning} {Validators}",
            [
                [
                    .. picture.Variants.Select(variant =>
                        PanelOf(
                            variant,
                            Short(variant.Label),
                            validator => picture.OfValidator(variant, validator, column)
                        )
                    ),
                ],
            ],
            Axes.Titled(unit)
        );

    private Figure Bonds(string id, string title, string column, string unit, string meaning)
    {
        // Shares have one scale; what rules remember has not even one unit.
        bool isShare = column == "bond_share";
        JsonObject y = isShare ? Axes.Titled(unit) : Axes.FromZero(unit);
        return Of(
            $"replay-{id}",
            title,
            $"{meaning} {Validators}{OfForemost()}",
            [
                .. Foremost()
                    .Select(miner =>
                        picture
                            .Variants.Select(variant =>
                                PanelOf(
                                    variant,
                                    $"{Short(miner)} · {Short(variant.Label)}",
                                    validator => picture.OfPair(variant, validator, miner, column)
                                )
                            )
                            .ToArray()
                    ),
            ],
            y,
            isShare
        );
    }

    private Figure Incentives()
    {
        int others = picture.AllMiners.Length - picture.Miners.Length;
        return Of(
            "replay-incentives",
            "Incentives",
            "Share of the miners' reward. One line for each miner"
                + (others == 0 ? "." : $" of most support, and one for the {others} others together."),
            [
                [
                    .. picture.Variants.Select(variant => new Panel(
                        variant.Label,
                        variant.Note,
                        [
                            .. picture.Miners.Select(
                                (miner, i) =>
                                    Line(Short(miner), i, picture.OfMiner(variant, miner, "incentive"))
                            ),
                            .. others == 0
                                ? (IEnumerable<JsonObject>)[]
                                :
                                [
                                    Line(
                                        $"{others} others",
                                        picture.Miners.Length,
                                        picture.OfOtherMiners(variant, "incentive")
                                    ),
                                ],
                        ]
                    )),
                ],
            ],
            Axes.Titled("share")
        );
    }

    private Panel PanelOf(ReplayPictureVariant variant, string title, Func<string, double[]> values) =>
        new(
            title,
            variant.Note,
            [.. picture.Validators.Select((validator, i) => Line(Short(validator), i, values(validator)))]
        );

    private Figure Of(
        string id,
        string title,
        string caption,
        Panel[][] rows,
        JsonObject y,
        bool isShared = true
    )
    {
        if (picture.Epochs == 0)
        {
            return new Figure(id, title, "No epoch ran.", null);
        }
        string description =
            $"{title} over epochs for {Readable.Count(picture.Variants.Length, "variant")}, side by side. {caption}";
        return new Figure(
            id,
            title,
            caption,
            SmallMultiples.Of(description, picture.Axis, rows, y, isShared)
        );
    }

    private JsonObject Line(string name, int number, double[] values) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = values.Length > 1 ? "lines" : "markers",
            ["name"] = Json.Text(Short(name)),
            ["x"] = Json.Array(picture.Axis.Shown),
            ["y"] = Json.Array(values),
            ["line"] = new JsonObject
            {
                ["color"] = Palette.Colour(number),
                ["width"] = 2,
                ["dash"] = Palette.Overlaid(number),
            },
            ["hovertemplate"] = "epoch %{x}: %{y:.5g}",
        };

    /// <summary>The miners whose bonds are drawn: those with the most incentive over all variants.</summary>
    private IEnumerable<string> Foremost()
    {
        string[] chosen =
        [
            .. picture
                .Miners.OrderByDescending(miner =>
                    picture.Variants.Sum(variant => picture.OfMiner(variant, miner, "incentive").Sum())
                )
                .Take(MostMinersInRows),
        ];
        return picture.Miners.Where(chosen.Contains);
    }

    // Then one line says what a validator gives to both.
    private bool AreSharesOfTwo() =>
        picture.AllMiners.Length == 2
        && picture.Variants.All(variant =>
            picture.Validators.All(validator =>
                picture.Miners.All(miner =>
                    picture.OfPair(variant, validator, miner, "weight").All(weight => weight <= 1)
                )
            )
        );

    private static string Together(ReplayPictureVariant[] variants) =>
        variants.Length <= 2
            ? string.Join(", ", variants.Select(variant => Short(variant.Label)))
            : $"{Short(variants[0].Label)} and {variants.Length - 1} others";

    private string OfForemost() =>
        picture.AllMiners.Length <= MostMinersInRows
            ? ""
            : $" A row of panels for each of the {MostMinersInRows} miners with the most incentive.";

    private string WeightsOf(ReplayPictureVariant variant) =>
        string.Join(
            ';',
            from validator in picture.Validators
            from miner in picture.Miners
            select string.Join(
                ',',
                picture.OfPair(variant, validator, miner, "weight").Select(Results.RoundTrip.Text)
            )
        );

    private static string Short(string name) =>
        name.Length <= MostLetters ? name : $"{name[..8]}…{name[^4..]}";
}
