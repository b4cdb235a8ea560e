namespace Archive.Publishing.Templates;

/// <summary>A value of a view that writes itself, and nothing that HTML reads as markup: digits and letters of ASCII, spaces, and signs other than <c>&amp; &lt; &gt; " '</c>.</summary>
public interface IPlainHtml : IUtf8SpanFormattable;
