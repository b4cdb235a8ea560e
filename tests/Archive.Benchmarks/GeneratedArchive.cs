using System.Text;

namespace Archive.Benchmarks;

/// <summary>A whole input folder of generated postmortems: about 1,200 words each, timelines, causes, items, a third with public notes.</summary>
public static class GeneratedArchive
{
    private const int Seed = 1;

    /// <summary>After the newest incident.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    public static string PublicNameOf(string service) => char.ToUpperInvariant(service[0]) + service[1..].Replace('-', ' ');

    /// <summary>Writes an archive into a new folder.</summary>
    /// <returns>Bytes written.</returns>
    public static long Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        long bytes = 0;
        Put("archive.yml", "title: The port that never was\nurl: https://incidents.port.example/\npreset: sre\npublic:\n  title: Port status\n  organization: The port\n  url: https://status.port.example/\n");
        Put("services.yml", string.Concat(GeneratedWords.Services.Select((s, i) => $"- id: {s}\n  name: {PublicNameOf(s)}\n  team: {GeneratedWords.Teams[i % GeneratedWords.Teams.Length]}\n  public_name: {PublicNameOf(s)}\n")));
        Put("failure-classes.yml", string.Concat(GeneratedWords.FailureClasses.Select(c => $"- id: {c}\n  name: {PublicNameOf(c)}\n  description: Generated.\n")));
        for (var i = 0; i < count; i++)
        {
            var (path, postmortem, note) = GeneratedPostmortem.Of(i, count, Seed);
            Put($"postmortems/{path}.md", postmortem);
            if (note is not null) Put($"postmortems/{path}.public.md", note);
        }
        return bytes;

        void Put(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            var encoded = Encoding.UTF8.GetBytes(text);
            File.WriteAllBytes(file, encoded);
            bytes += encoded.Length;
        }
    }
}
