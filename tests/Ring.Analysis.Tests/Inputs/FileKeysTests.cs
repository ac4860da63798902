using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Inputs;

public sealed class FileKeysTests
{
    [Fact]
    public void Open_TwiceAtATimeAfterACheck_GivesBothEveryKey()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"key {i}\n")));
        using var keys = new FileKeys("-", "keys", new MemoryStream(text));
        keys.Check();

        using IKeyBatches first = keys.Open();
        using IKeyBatches second = keys.Open();
        int batches = 0;
        bool more;
        do
        {
            more = first.MoveNext();
            Assert.Equal(more, second.MoveNext());
            Assert.True(first.Utf8.SequenceEqual(second.Utf8));
            batches++;
        }
        while (more);

        Assert.True(batches > 3);
    }

    [Fact]
    public void Open_AgainAfterAPassEnded_GivesEveryKey()
    {
        using var keys = new FileKeys("-", "keys", new MemoryStream("a\nb"u8.ToArray()));
        keys.Check();

        for (int pass = 0; pass < 3; pass++)
        {
            var text = new StringBuilder();
            using IKeyBatches batches = keys.Open();
            while (batches.MoveNext())
            {
                text.Append(Encoding.UTF8.GetString(batches.Utf8));
            }

            Assert.Equal("ab", text.ToString());
        }
    }

    [Fact]
    public void Done_OfAFile_RisesToOneAndOfAPipeIsNotKnown()
    {
        using var folder = new TestFolder();
        string file = folder.Write("keys", string.Concat(Enumerable.Repeat("a key of some length\n", 100_000)));
        using var keys = new FileKeys(file, "keys", Stream.Null);
        var done = new List<double?>();
        using (IKeyBatches batches = keys.Open())
        {
            while (batches.MoveNext())
            {
                done.Add(batches.Done);
            }
        }

        Assert.True(done.Count > 3);
        Assert.Equal(done.Order(), done);
        Assert.InRange(done[0]!.Value, 0.01, 0.5);
        Assert.Equal(1, done[^1]);
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        using var reader = new Utf8LineReader(pipe, "a pipe");
        Assert.Null(reader.Done);
        using var random = new SeededKeys(10_000, 1);
        using IKeyBatches first = random.Open();
        Assert.True(first.MoveNext());
        Assert.Equal(0.4096, first.Done!.Value, 1e-12);
    }
}
