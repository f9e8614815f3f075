using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.OwnTasks;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The tasks that miners may be asked.</summary>
internal static class TaskCatalog
{
    /// <summary>All of them; the first is the default.</summary>
    public static TaskEntry[] All { get; } =
    [
        new(
            "fashion",
            "Naming pieces of clothing on 14 x 14 pixels (Fashion-MNIST).",
            () => ImageRecognition.Fashion,
            ModelCatalog.Images
        ),
        new(
            "digits",
            "Naming handwritten digits on 8 x 8 pixels.",
            () => ImageRecognition.Digits,
            ModelCatalog.Images
        ),
        new(
            "fashion-turned",
            "Naming the same pieces of clothing seen from the side.",
            () => ImageRecognition.FashionTurned,
            ModelCatalog.Images
        ),
        new(
            "digits-turned",
            "Naming the same digits seen from the side.",
            () => ImageRecognition.DigitsTurned,
            ModelCatalog.Images
        ),
        new(
            "austen",
            "Going on with passages from the novels of Jane Austen.",
            () => NovelCompletion.Austen,
            ModelCatalog.Texts
        ),
        new(
            "messages",
            "Going on with English messages of software.",
            () => NovelCompletion.Messages,
            ModelCatalog.Texts
        ),
        new(
            "translation-es",
            "Translating messages of software from English into Spanish.",
            () => LanguageTranslation.Spanish,
            ModelCatalog.Translations
        ),
        new(
            "translation-de",
            "Translating messages of software from English into German.",
            () => LanguageTranslation.German,
            ModelCatalog.Translations
        ),
        new(
            "translation-fr",
            "Translating messages of software from English into French.",
            () => LanguageTranslation.French,
            ModelCatalog.Translations
        ),
        new(
            "weather",
            "Forecasting tomorrow's highest temperature in two cities; persistence scores 0.",
            () => TableTask.Weather,
            ModelCatalog.Forecasts
        )
        {
            Label = LabelKind.Number,
        },
        new(
            "weather-seattle",
            "Forecasting tomorrow's highest temperature in Seattle.",
            () => TableTask.Seattle,
            ModelCatalog.Forecasts
        )
        {
            Label = LabelKind.Number,
        },
        new(
            "weather-new-york",
            "Forecasting tomorrow's highest temperature in New York.",
            () => TableTask.NewYork,
            ModelCatalog.Forecasts
        )
        {
            Label = LabelKind.Number,
        },
        new(
            "concrete",
            "Estimating the strength of concrete from mix and age; the mean scores 0.",
            () => TableTask.Concrete,
            ModelCatalog.Tables
        )
        {
            Label = LabelKind.Number,
        },
        new(
            "breast-cancer",
            "Giving the probability that a breast mass is benign; their share scores 0.",
            () => TableTask.BreastCancer,
            ModelCatalog.Tables
        )
        {
            Label = LabelKind.Class,
        },
    ];
}
