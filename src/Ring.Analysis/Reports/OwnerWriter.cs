using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports;

/// <summary>Keys and their owners to a stream, one after the other, in one of the output formats.</summary>
internal abstract class OwnerWriter : IDisposable
{
    internal static OwnerWriter Create(OutputFormat format, Stream output, IReadOnlyList<string> nodes) => format switch
    {
        OutputFormat.Json => new Json(output, nodes),
        OutputFormat.Csv => new Csv(output, nodes),
        _ => new Tabbed(output, nodes),
    };

    /// <summary>Writes a key and the node at an index.</summary>
    internal abstract void Write(ReadOnlySpan<byte> key, int node);

    /// <summary>Ends the answer; the stream stays open.</summary>
    public abstract void Dispose();

    private sealed class Tabbed(Stream output, IReadOnlyList<string> nodes) : OwnerWriter
    {
        private readonly byte[][] _nodes = [.. nodes.Select(node => Encoding.UTF8.GetBytes($"\t{node}\n"))];

        internal override void Write(ReadOnlySpan<byte> key, int node)
        {
            output.Write(key);
            output.Write(_nodes[node]);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Csv : OwnerWriter
    {
        private readonly Stream _output;
        private readonly byte[][] _nodes;

        internal Csv(Stream output, IReadOnlyList<string> nodes)
        {
            _output = output;
            _nodes = [.. nodes.Select(node => Encoding.UTF8.GetBytes($",{CsvText.Field(node)}\n"))];
            output.Write("key,node\n"u8);
        }

        internal override void Write(ReadOnlySpan<byte> key, int node)
        {
            if (key.IndexOfAny(",\"\r\n"u8) < 0)
            {
                _output.Write(key);
            }
            else
            {
                _output.Write(Encoding.UTF8.GetBytes(CsvText.Field(Encoding.UTF8.GetString(key))));
            }

            _output.Write(_nodes[node]);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Json : OwnerWriter
    {
        private const int FlushBytes = 1 << 16;

        private readonly Stream _output;
        private readonly Utf8JsonWriter _json;
        private readonly JsonEncodedText[] _nodes;

        internal Json(Stream output, IReadOnlyList<string> nodes)
        {
            _output = output;
            _json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false });
            _nodes = [.. nodes.Select(node => JsonEncodedText.Encode(node, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
            _json.WriteStartArray();
        }

        internal override void Write(ReadOnlySpan<byte> key, int node)
        {
            _json.WriteStartObject();
            _json.WriteString("key"u8, key);
            _json.WriteString("node"u8, _nodes[node]);
            _json.WriteEndObject();
            if (_json.BytesPending > FlushBytes)
            {
                _json.Flush();
            }
        }

        public override void Dispose()
        {
            _json.WriteEndArray();
            _json.Flush();
            _json.Dispose();
            _output.Write("\n"u8);
        }
    }
}
