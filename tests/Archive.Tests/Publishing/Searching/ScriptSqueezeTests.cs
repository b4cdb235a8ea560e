using Archive.Publishing.Searching;
using Xunit;

namespace Archive.Tests.Publishing.Searching;

public sealed class ScriptSqueezeTests
{
    [Theory]
    [InlineData("const a = b + 1;\nconst c = [a, b];\n", "const a=b+1;const c=[a,b];")]
    [InlineData("if (a) b();\nelse c();", "if(a)b();else c();")]
    [InlineData("const f = (a) =>\n  a.b\n  .c();", "const f=(a)=>\na.b.c();")]
    [InlineData("a + +b - -c", "a+ +b- -c")]
    [InlineData("function f() {\n}\nclass A {\n}\n", "function f(){}\nclass A{}")]
    [InlineData("return /a b/.test(c) ? d / e : f;", "return/a b/.test(c)?d/e:f;")]
    [InlineData("x = y.match(/[/ ]\\/ +/g) / 2;", "x=y.match(/[/ ]\\/ +/g)/2;")]
    public void Only_white_space_that_nothing_needs_goes(string script, string squeezed) => Assert.Equal(squeezed, ScriptSqueeze.Of(script));

    [Theory]
    [InlineData("""a("b  =  c", 'd \' ; e')""", """a("b  =  c",'d \' ; e')""")]
    [InlineData("`a  ${b ? `c  ${d + \"}\"}` : e}  f` + g", "`a  ${b ? `c  ${d + \"}\"}` : e}  f`+g")]
    [InlineData("`\"${a.b(/[\"}]/g,  c)}\"`;", "`\"${a.b(/[\"}]/g,  c)}\"`;")]
    public void Texts_and_templates_stay_as_they_are(string script, string squeezed) => Assert.Equal(squeezed, ScriptSqueeze.Of(script));
}
