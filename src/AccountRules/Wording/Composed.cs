using System.Globalization;

namespace AccountRules.Wording;

/// <summary>
/// Unicode's composed form (NFC) of the basic plane, by the tables of the Unicode Character Database. The runtime's own check knows nothing but ASCII where
/// culture is invariant, as it is here, and needs a library of the system where it is not: so the tool would answer differently on different machines.
/// </summary>
internal static class Composed
{
    /// <summary>No text has more marks on a letter (stream-safe text); looking back further would take time that grows with the square of the length.</summary>
    private const int MostMarks = 31;

    /// <summary>First and last characters of ranges that are never in the composed form: each is written as another character or as several.</summary>
    private const string Never =
        "\u0340\u0341\u0343\u0344\u0374\u0374\u037E\u037E\u0387\u0387\u0958\u095F\u09DC\u09DD\u09DF\u09DF\u0A33\u0A33\u0A36\u0A36" +
        "\u0A59\u0A5B\u0A5E\u0A5E\u0B5C\u0B5D\u0F43\u0F43\u0F4D\u0F4D\u0F52\u0F52\u0F57\u0F57\u0F5C\u0F5C\u0F69\u0F69\u0F73\u0F73" +
        "\u0F75\u0F76\u0F78\u0F78\u0F81\u0F81\u0F93\u0F93\u0F9D\u0F9D\u0FA2\u0FA2\u0FA7\u0FA7\u0FAC\u0FAC\u0FB9\u0FB9\u1F71\u1F71" +
        "\u1F73\u1F73\u1F75\u1F75\u1F77\u1F77\u1F79\u1F79\u1F7B\u1F7B\u1F7D\u1F7D\u1FBB\u1FBB\u1FBE\u1FBE\u1FC9\u1FC9\u1FCB\u1FCB" +
        "\u1FD3\u1FD3\u1FDB\u1FDB\u1FE3\u1FE3\u1FEB\u1FEB\u1FEE\u1FEF\u1FF9\u1FF9\u1FFB\u1FFB\u1FFD\u1FFD\u2000\u2001\u2126\u2126" +
        "\u212A\u212B\u2329\u232A\u2ADC\u2ADC\uF900\uFA0D\uFA10\uFA10\uFA12\uFA12\uFA15\uFA1E\uFA20\uFA20\uFA22\uFA22\uFA25\uFA26" +
        "\uFA2A\uFA6D\uFA70\uFAD9\uFB1D\uFB1D\uFB1F\uFB1F\uFB2A\uFB36\uFB38\uFB3C\uFB3E\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46\uFB4E";

    /// <summary>Whether a text is in the composed form.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u0300' && (IsNever(text[i]) || (i > 0 && JoinsSyllable(text[i - 1], text[i])) || JoinsLetter(text.AsSpan(0, i), text[i])))
                return false;
        }

        return true;
    }

    private static bool IsNever(char c)
    {
        for (var i = 0; i < Never.Length; i += 2)
        {
            if (c >= Never[i] && c <= Never[i + 1])
                return true;
        }

        return false;
    }

    /// <summary>Whether a mark makes one character with the letter before it; other marks may stand between.</summary>
    private static bool JoinsLetter(ReadOnlySpan<char> before, char mark)
    {
        var bases = Bases(mark);
        for (var i = before.Length - 1; i >= Math.Max(0, before.Length - MostMarks) && bases.Length > 0; i--)
        {
            if (bases.Contains(before[i], StringComparison.Ordinal))
                return true;

            if (char.GetUnicodeCategory(before[i]) != UnicodeCategory.NonSpacingMark)
                return false;
        }

        return false;
    }

    /// <summary>Hangul: a lead and a vowel, or a syllable without a tail and a tail.</summary>
    private static bool JoinsSyllable(char before, char c) =>
        (c is >= '\u1161' and <= '\u1175' && before is >= '\u1100' and <= '\u1112')
        || (c is >= '\u11A8' and <= '\u11C2' && before is >= '\uAC00' and <= '\uD7A3' && (before - 0xAC00) % 28 == 0);

    /// <summary>What a mark is composed with.</summary>
    private static string Bases(char mark) => mark switch
    {
        '\u0300' => "AEINOUWYaeinouwy¨ÂÊÔÜâêôüĂăĒēŌōƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋЕИеиἀἁἈἉἐἑἘἙἠἡἨἩ"
            + "ἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾",
        '\u0301' => "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz¨ÂÅÆÇÊÏÔÕØÜâåæçêïôõøüĂăĒēŌōŨũƠơƯưΑΕΗΙΟΥΩαεηιουωϊ"
            + "ϋϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾",
        '\u0302' => "ACEGHIJOSUWYZaceghijosuwyzẠạẸẹỌọ",
        '\u0303' => "AEINOUVYaeinouvyÂÊÔâêôĂăƠơƯư",
        '\u0304' => "AEGIOUYaegiouyÄÆÕÖÜäæõöüǪǫȦȧȮȯΑΙΥαιυИУиуḶḷṚṛ",
        '\u0306' => "AEGIOUaegiouȨȩΑΙΥαιυАЕЖИУаежиуẠạ",
        '\u0307' => "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyzŚśŠšſṢṣ",
        '\u0308' => "AEHIOUWXYaehiotuwxyÕõŪūΙΥιυϒІАЕЖЗИОУЧЫЭаежзиоучыэіӘәӨө",
        '\u0309' => "AEIOUYaeiouyÂÊÔâêôĂăƠơƯư",
        '\u030A' => "AUauwy",
        '\u030B' => "OUouУу",
        '\u030C' => "ACDEGHIKLNORSTUZacdeghijklnorstuzÜüƷʒ",
        '\u030F' => "AEIORUaeioruѴѵ",
        '\u0311' => "AEIORUaeioru",
        '\u0313' => "ΑΕΗΙΟΩαεηιορυω",
        '\u0314' => "ΑΕΗΙΟΡΥΩαεηιορυω",
        '\u031B' => "OUou",
        '\u0323' => "ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzƠơƯư",
        '\u0324' => "Uu",
        '\u0325' => "Aa",
        '\u0326' => "STst",
        '\u0327' => "CDEGHKLNRSTcdeghklnrst",
        '\u0328' => "AEIOUaeiou",
        '\u032D' => "DELNTUdelntu",
        '\u032E' => "Hh",
        '\u0330' => "EIUeiu",
        '\u0331' => "BDKLNRTZbdhklnrtz",
        '\u0338' => "<=>←→↔⇐⇒⇔∃∈∋∣∥∼≃≅≈≍≡≤≥≲≳≶≷≺≻≼≽⊂⊃⊆⊇⊑⊒⊢⊨⊩⊫⊲⊳⊴⊵",
        '\u0342' => "¨αηιυωϊϋἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ᾿῾",
        '\u0345' => "ΑΗΩάήαηωώἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤ"
            + "ὥὦὧὨὩὪὫὬὭὮὯὰὴὼᾶῆῶ",
        '\u0653' => "\u0627",
        '\u0654' => "\u0627\u0648\u064A\u06C1\u06D2\u06D5",
        '\u0655' => "\u0627",
        '\u093C' => "\u0928\u0930\u0933",
        '\u09BE' => "\u09C7",
        '\u09D7' => "\u09C7",
        '\u0B3E' => "\u0B47",
        '\u0B56' => "\u0B47",
        '\u0B57' => "\u0B47",
        '\u0BBE' => "\u0BC6\u0BC7",
        '\u0BD7' => "\u0B92\u0BC6",
        '\u0C56' => "\u0C46",
        '\u0CC2' => "\u0CC6",
        '\u0CD5' => "\u0CBF\u0CC6\u0CCA",
        '\u0CD6' => "\u0CC6",
        '\u0D3E' => "\u0D46\u0D47",
        '\u0D57' => "\u0D46",
        '\u0DCA' => "\u0DD9\u0DDC",
        '\u0DCF' => "\u0DD9",
        '\u0DDF' => "\u0DD9",
        '\u102E' => "\u1025",
        '\u1B35' => "\u1B05\u1B07\u1B09\u1B0B\u1B0D\u1B11\u1B3A\u1B3C\u1B3E\u1B3F\u1B42",
        '\u3099' => "うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフヘホ"
            + "ワヰヱヲヽ",
        '\u309A' => "はひふへほハヒフヘホ",
        _ => "",
    };
}
