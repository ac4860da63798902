using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports;

/// <summary>Keys and nodes beside them to a stream, one row after the other, in one of the output formats.</summary>
internal abstract class KeyRowWriter : IDisposable
{
    internal static KeyRowWriter Create(OutputFormat format, Stream output, params ReadOnlySpan<NodeColumn> columns) => format switch
    {
        OutputFormat.Json => new Json(output, columns),
        OutputFormat.Csv => new Csv(output, columns),
        _ => new Tabbed(output, columns),
    };

    /// <summary>Writes a key and, column by column, the node at an index.</summary>
    internal abstract void Write(ReadOnlySpan<byte> key, params ReadOnlySpan<int> nodes);

    /// <summary>Ends the answer; the stream stays open.</summary>
    public abstract void Dispose();

    private static byte[][] Encoded(NodeColumn column, Func<string, string> field) => [.. column.Nodes.Select(node => Encoding.UTF8.GetBytes(field(node)))];

    private sealed class Tabbed(Stream output, ReadOnlySpan<NodeColumn> columns) : KeyRowWriter
    {
        private readonly byte[][][] _nodes = [.. columns.ToArray().Select(column => Encoded(column, node => $"\t{node}"))];

        internal override void Write(ReadOnlySpan<byte> key, params ReadOnlySpan<int> nodes)
        {
            output.Write(key);
            for (int i = 0; i < nodes.Length; i++)
            {
                output.Write(_nodes[i][nodes[i]]);
            }

            output.Write("\n"u8);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Csv : KeyRowWriter
    {
        private readonly Stream _output;
        private readonly byte[][][] _nodes;

        internal Csv(Stream output, ReadOnlySpan<NodeColumn> columns)
        {
            _output = output;
            _nodes = [.. columns.ToArray().Select(column => Encoded(column, node => $",{CsvText.Field(node)}"))];
            output.Write(Encoding.UTF8.GetBytes($"key,{string.Join(',', columns.ToArray().Select(column => column.Name))}\n"));
        }

        internal override void Write(ReadOnlySpan<byte> key, params ReadOnlySpan<int> nodes)
        {
            if (key.IndexOfAny(",\"\r\n"u8) < 0)
            {
                _output.Write(key);
            }
            else
            {
                _output.Write(Encoding.UTF8.GetBytes(CsvText.Field(Encoding.UTF8.GetString(key))));
            }

            for (int i = 0; i < nodes.Length; i++)
            {
                _output.Write(_nodes[i][nodes[i]]);
            }

            _output.Write("\n"u8);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Json : KeyRowWriter
    {
        private const int FlushBytes = 1 << 16;

        private readonly Stream _output;
        private readonly Utf8JsonWriter _json;
        private readonly (JsonEncodedText Name, JsonEncodedText[] Nodes)[] _columns;

        internal Json(Stream output, ReadOnlySpan<NodeColumn> columns)
        {
            _output = output;
            _json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false });
            _columns = Array.ConvertAll(columns.ToArray(), column => (Text(column.Name), column.Nodes.Select(Text).ToArray()));
            _json.WriteStartArray();
        }

        internal override void Write(ReadOnlySpan<byte> key, params ReadOnlySpan<int> nodes)
        {
            _json.WriteStartObject();
            _json.WriteString("key"u8, key);
            for (int i = 0; i < nodes.Length; i++)
            {
                _json.WriteString(_columns[i].Name, _columns[i].Nodes[nodes[i]]);
            }

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

        private static JsonEncodedText Text(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }
}
