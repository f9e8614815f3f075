using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class KnownModelsTests
{
    // The bits that these models have on every processor, with vectors of any width or none: each hash is of all weights
    // and biases and of the answer to every held-out question.
    [Theory]
    [InlineData("digits", "softmax", "999B224D6CF3112822BAEE60FBE83F0EA9C07F1409FB2711499630BD73447C3F")]
    [InlineData(
        "digits",
        "perceptron-13",
        "DBC26F569371D641BFA3E083748704E82C906AB1A5E7F2E9AEF041957E5365CE"
    )]
    [InlineData("fashion", "softmax", "9913A6A2A8A7BF471413011D84EC41FD1A273F954AFE9A31E348FFAABCD9C70F")]
    [InlineData(
        "fashion",
        "perceptron-1",
        "27097DBFD904DF11EA5A5CE2369A3DD87B6F2F08D47C256B94588A440E544C68"
    )]
    [InlineData(
        "fashion",
        "perceptron-40",
        "75024523237455C88E879981D015D641465A2A28B066D22FC9781747C1B48FC4"
    )]
    [InlineData(
        "digits",
        "convolution-1",
        "26361B8BF5AF99E5696EB2B0B2E03A8E79BE2377FE06E396A5A48093A8D09FCF"
    )]
    [InlineData(
        "fashion",
        "convolution-4",
        "F4D944AF268170809DE63C5F732D3261415F4F2FE91FB4516690103EB8E65D7B"
    )]
    public void A_trained_model_has_the_same_bits_everywhere(string task, string kind, string hash)
    {
        var recognition = task == "digits" ? ImageRecognition.Digits : ImageRecognition.Fashion;
        ImageShard shard = task == "digits" ? Kind.Digits(0.3, 0.1) : Kind.Fashion(0.1, 0.1);
        IModel model = Kind.Make(kind, shard);
        model.Train(4_000_000);
        Assert.Equal(hash, Hash(model, recognition));
    }

    private static string Hash(IModel model, ImageRecognition task)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (model is SoftmaxRegression softmax)
        {
            hash.AppendData(MemoryMarshal.AsBytes(softmax.Layer.Weights));
            hash.AppendData(MemoryMarshal.AsBytes(softmax.Layer.Biases));
        }
        if (model is Perceptron perceptron)
        {
            hash.AppendData(MemoryMarshal.AsBytes(perceptron.Hidden.Weights));
            hash.AppendData(MemoryMarshal.AsBytes(perceptron.Hidden.Biases));
            hash.AppendData(MemoryMarshal.AsBytes(perceptron.Output.Weights));
            hash.AppendData(MemoryMarshal.AsBytes(perceptron.Output.Biases));
        }
        if (model is Convolution convolution)
        {
            hash.AppendData(MemoryMarshal.AsBytes(convolution.Filters.Weights));
            hash.AppendData(MemoryMarshal.AsBytes(convolution.Filters.Biases));
            hash.AppendData(MemoryMarshal.AsBytes(convolution.Output.Weights));
            hash.AppendData(MemoryMarshal.AsBytes(convolution.Output.Biases));
        }
        hash.AppendData([.. Kind.Answers(model, task).Select(label => (byte)label)]);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
