package io.shopoms.catalog.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void spellingOfHtmlIsNoDifference() {
        assertThat(HtmlText.saysTheSame(
                        "<p>Hi <b>x</b></p><ul><li>a & b</li></ul>", "<P>Hi <b>x</b><ul><li>a &amp; b</li></ul></P>"))
                .isTrue();
        assertThat(HtmlText.saysTheSame("plain text", "<p>plain text</p>")).isTrue();
        assertThat(HtmlText.saysTheSame("a<br>b&nbsp;c", "a<br/>b c")).isTrue();
    }

    @Test
    void whatOdooDropsAsUnsafeIsNoDifference() {
        assertThat(HtmlText.saysTheSame("<p>Hi</p><script>alert(1)</script><!-- x -->", "<p>Hi</p>"))
                .isTrue();
    }

    @Test
    void otherWordsAreADifference() {
        assertThat(HtmlText.saysTheSame("<p>Hi</p>", "<p>Ho</p>")).isFalse();
        assertThat(HtmlText.saysTheSame("<p>Hi</p>", "")).isFalse();
    }
}
