using System.Security.Cryptography;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tests.Tasks.Data;

public sealed class DataCatalogTests
{
    // Hashes of the files as they were handed over.
    [Theory]
    [InlineData("austen.txt.gz", "A0844645FC62C3FC0E422083BD8D99C3151B8F8F3A33B0826DBFD0873F11F4F9")]
    [InlineData("digits8.csv.gz", "E31B7CCBF8CC2B158DE948B1BB7A67BF39A856FB064B3AA8EF489F12A2DC4B63")]
    [InlineData("fashion14.bin.gz", "F5B2914950459F740C81A0AB8F516F88434CA109176803B006DDEA78F0A1346C")]
    [InlineData("en-es.dotnet.tsv.gz", "E01A5CBAD0D1FF459F3CBC34727594E0A091E59E92AFBF969017DBAC65C19119")]
    [InlineData("en-de.dotnet.tsv.gz", "8AC5F52D60AB111FCB05494570729B28C15CE4D6C044353C57BC1863065D723E")]
    [InlineData("en-fr.dotnet.tsv.gz", "E246316F1AE852368BB4226BDC55F6AF531A508F30B9FF0393518300A05E5F3A")]
    public void A_data_set_is_the_file_that_was_handed_over(string name, string hash) =>
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(DataCatalog.Resource(name))));

    [Fact]
    public void Digits_are_1400_images_to_train_on_and_397_held_out()
    {
        var digits = DataCatalog.Digits;
        Assert.Equal(
            (8, 8, 1_400, 397),
            (digits.Height, digits.Width, digits.TrainingCount, digits.HeldOutCount)
        );
    }

    [Fact]
    public void Fashion_is_12000_images_to_train_on_and_3000_held_out()
    {
        var fashion = DataCatalog.Fashion;
        Assert.Equal(
            (14, 14, 12_000, 3_000),
            (fashion.Height, fashion.Width, fashion.TrainingCount, fashion.HeldOutCount)
        );
    }

    // The first line of the file: 0,0,5,13,9,1,0,0,0,0,13,15,… and the digit 0.
    [Fact]
    public void Pixels_and_label_of_the_first_digit_are_those_of_the_first_line()
    {
        float[] firstRow = [0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0];
        Assert.Equal(firstRow, DataCatalog.Digits.Pixels(0)[..8]);
        Assert.Equal(0, DataCatalog.Digits.Label(0));
        Assert.Equal(1, DataCatalog.Digits.Label(1));
    }

    [Fact]
    public void Every_pixel_lies_between_black_and_white_and_every_class_is_held_out()
    {
        foreach (var set in new[] { DataCatalog.Digits, DataCatalog.Fashion })
        {
            var count = set.TrainingCount + set.HeldOutCount;
            Assert.All(
                Enumerable.Range(0, count).SelectMany(set.Pixels).Distinct(),
                p => Assert.InRange(p, 0, 1)
            );
            var classes = Enumerable.Range(set.TrainingCount, set.HeldOutCount).Select(set.Label).Distinct();
            Assert.Equal(Enumerable.Range(0, ImageSet.ClassCount), classes.Order());
        }
    }

    [Fact]
    public void A_data_set_is_read_once() => Assert.Same(DataCatalog.Fashion, DataCatalog.Fashion);

    [Fact]
    public void Notices_name_owners_and_licences()
    {
        Assert.Contains("Copyright © 2017 Zalando SE", DataCatalog.Notices, StringComparison.Ordinal);
        Assert.Contains("Copyright (c) Julia Silge", DataCatalog.Notices, StringComparison.Ordinal);
        Assert.Contains(
            "Copyright (c) .NET Foundation and Contributors",
            DataCatalog.Notices,
            StringComparison.Ordinal
        );
        Assert.Contains("Apache License, Version 2.0", DataCatalog.Notices, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", DataCatalog.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_data_set_is_named()
    {
        byte[] packed = DataCatalog.Resource("austen.txt.gz");
        packed[packed.Length / 2] ^= 1;
        var flipped = Assert.Throws<FormatException>(() => DataCatalog.Unpack("austen.txt.gz", packed));
        Assert.StartsWith(
            "The data set austen.txt.gz is damaged: ",
            flipped.Message,
            StringComparison.Ordinal
        );
        var cut = Assert.Throws<FormatException>(() => DataCatalog.Unpack("austen.txt.gz", packed[..100]));
        Assert.StartsWith("The data set austen.txt.gz is damaged: ", cut.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Novels_are_3544_passages_to_train_on_and_319_held_out() =>
        Assert.Equal(
            (6, 3_544, 319),
            (
                DataCatalog.Austen.Titles.Length,
                DataCatalog.Austen.TrainingCount,
                DataCatalog.Austen.HeldOutCount
            )
        );
}
