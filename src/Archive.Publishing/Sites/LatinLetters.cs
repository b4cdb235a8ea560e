using System.Text;

namespace Archive.Publishing.Sites;

/// <summary>Latin letters without their marks.</summary>
/// <remarks><c>string.Normalize</c> would do it, but changes nothing in a program with invariant globalization.</remarks>
internal static class LatinLetters
{
    // Lower-case base letters by code point; a dot where there is none. From the canonical decompositions of UnicodeData.txt,
    // and for letters with a stroke, which have none, the letter that people write without it.
    private const string FromC0To24F =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
        + ".llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "b......................i........oo.............uu..............."
        + ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo"
        + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
        + "...b............";

    private const string From1E00To1EFF =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
        + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
        + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>One or two ASCII letters in lower case, or null where the letter is not a Latin one with a mark, a ligature, or a wide form.</summary>
    public static string? PlainOf(Rune letter) => letter.Value switch
    {
        'ß' or 'ẞ' => "ss",
        'Æ' or 'æ' or 'Ǽ' or 'ǽ' or 'Ǣ' or 'ǣ' => "ae",
        'Œ' or 'œ' => "oe",
        'Þ' or 'þ' => "th",
        'Ĳ' or 'ĳ' => "ij",
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        >= 0xFF10 and <= 0xFF19 => ((char)(letter.Value - 0xFEE0)).ToString(),
        >= 0xFF21 and <= 0xFF3A => ((char)(letter.Value - 0xFEC0)).ToString(),
        >= 0xFF41 and <= 0xFF5A => ((char)(letter.Value - 0xFEE0)).ToString(),
        >= 0xC0 and < 0x250 => At(FromC0To24F, letter.Value - 0xC0),
        >= 0x1E00 and < 0x1F00 => At(From1E00To1EFF, letter.Value - 0x1E00),
        _ => null,
    };

    private static string? At(string table, int index) => table[index] == '.' ? null : table[index].ToString();
}
