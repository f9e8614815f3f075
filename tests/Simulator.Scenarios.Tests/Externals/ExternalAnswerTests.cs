using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.Externals;

namespace Simulator.Scenarios.Tests.Externals;

public sealed class ExternalAnswerTests
{
    [Fact]
    public void A_program_names_the_class_of_an_image() =>
        Assert.Equal(3, Assert.IsType<LabelAnswer>(Outside.Answer("label")).Label);

    [Fact]
    public void A_program_gives_the_number_of_a_row() =>
        Assert.Equal(4.5, Assert.IsType<NumberAnswer>(Outside.Answer("number", "concrete")).Value);

    [Fact]
    public void A_translation_is_read_as_people_write_it() =>
        Assert.Equal(
            "guardar , el archivo .",
            Assert.IsType<TranslationAnswer>(Outside.Answer("text", "translation-es")).Text
        );

    // Every character as probable as any other costs log2 39 bits.
    [Fact]
    public void A_program_goes_on_with_a_text_by_stating_probabilities()
    {
        TextAnswer answer = Assert.IsType<TextAnswer>(Outside.Answer("even", "austen"));
        Assert.Equal(Math.Log2(39), answer.BitsPerCharacter, 1e-3);
        Assert.Equal(new string(' ', 32), answer.Text);
    }

    [Theory]
    [InlineData(
        "nan",
        "digits",
        """'{"id":1,"answer":{"label":NaN}}' has NaN, which is not a number that JSON knows"""
    )]
    [InlineData(
        "minus-infinity",
        "concrete",
        """'{"id":1,"answer":{"number":-Infinity}}' has -Infinity, which is not a number that JSON knows"""
    )]
    [InlineData("none", "concrete", """'{"id":1,"answer":{"number":None}}' is not JSON""")]
    [InlineData("garbage", "digits", "'three, I think' is not JSON")]
    [InlineData("list", "digits", "'[3]' is not a JSON object")]
    [InlineData(
        "another-id",
        "digits",
        """'{"id":2,"answer":{"label":3}}' does not have the id of the question"""
    )]
    [InlineData("no-answer", "digits", """'{"id":1}' has no 'answer'""")]
    [InlineData("class-10", "digits", "'label' is '10', not a whole number from 0 to 9")]
    [InlineData("half-a-class", "digits", "'label' is '3.5', not a whole number from 0 to 9")]
    [InlineData("wrong-kind", "digits", """the answer '{"text":"three"}' has no 'label'""")]
    [InlineData("infinite", "concrete", "'number' has '1e999', which is not a finite number")]
    [InlineData("number", "translation-es", """the answer '{"number":4.5}' has no 'text'""")]
    [InlineData(
        "half-a-character",
        "translation-es",
        """'{"id":1,"answer":{"text":"a \ud800 b"}}' is not text: it has one half of a surrogate pair"""
    )]
    [InlineData(
        "half-a-name",
        "translation-es",
        """'{"id":1,"answer":{"te\udc00t":"a"}}' is not text: it has one half of a surrogate pair"""
    )]
    [InlineData(
        "half-an-error",
        "digits",
        """'{"id":1,"error":"bad \ud800"}' is not text: it has one half of a surrogate pair"""
    )]
    [InlineData(
        "latin-1",
        "translation-es",
        """'{"id":1,"answer":{"text":"el men�"}}' is not text in UTF-8"""
    )]
    [InlineData("certain", "austen", "'probabilities' are not from 0 to 1 with the sum 1; their sum is 39")]
    [InlineData("endless", "digits", "its reply has more than 1 MiB on one line")]
    [InlineData("crash", "digits", "the program ended with exit code 3; it last wrote 'no weights here'")]
    [InlineData(
        "long-words",
        "digits",
        "the program ended with exit code 3; it last wrote 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx weights.bin is missing'"
    )]
    public void What_is_no_answer_has_failed_with_its_reason(string mode, string task, string reason) =>
        Assert.Equal(reason, Assert.IsType<FailedAnswer>(Outside.Answer(mode, task)).Reason);

    // One failed answer, not a whole run that is one line behind.
    [Fact]
    public void What_a_program_says_before_it_is_asked_costs_one_answer()
    {
        Scenario scenario = Outside.Scenario("banner");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        IAnswer[] answers = [.. scenario.World.Task!.HeldOut.Take(3).Select(model.Answer)];
        Assert.Equal("'Loading weights ...' is not JSON", Assert.IsType<FailedAnswer>(answers[0]).Reason);
        Assert.All(answers[1..], answer => Assert.IsType<LabelAnswer>(answer));
    }

    [Fact]
    public void A_program_runs_in_the_folder_of_the_scenario()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sim-outside-");
        try
        {
            string file = Path.Combine(folder.FullName, "x.yaml");
            File.WriteAllText(file, Outside.Scenario("error").Resolved.ToJsonString());
            Scenario scenario = ScenarioFile.Load(file, []);
            using ExternalModels models = ExternalModels.Live(scenario);
            IAnswer answer = Outside.Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0]);
            Assert.Equal($"it says '{folder.Name}'", Assert.IsType<FailedAnswer>(answer).Reason);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
