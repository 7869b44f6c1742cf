package io.shopoms.catalog.feed.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReadersTest {

    private static final FormatOptions JSON = options(FeedFormat.JSON, "", StandardCharsets.UTF_8);
    private static final FormatOptions LINES = options(FeedFormat.JSONL, "", StandardCharsets.UTF_8);
    private static final FormatOptions CSV = options(FeedFormat.CSV, "", StandardCharsets.UTF_8);
    private static final FormatOptions XML = options(FeedFormat.XML, "", StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void aJsonArrayIsFoundAtItsPath() {
        // When
        List<FeedItem> items = read(options(FeedFormat.JSON, "data.items", StandardCharsets.UTF_8), """
                        {"meta": {"items": [1]}, "data": {"count": 2, "items": [
                          {"sku": "A", "price": 12.50, "sizes": ["S", "M"], "stock": {"x": null}},
                          {"sku": "B"}
                        ]}, "end": true}
                        """);

        // Then
        assertThat(items).hasSize(2);
        assertThat(row(items, 0))
                .isEqualTo("{\"sku\":\"A\",\"price\":12.50,\"sizes\":[\"S\",\"M\"],\"stock\":{\"x\":null}}");
        assertThat(items.get(1).number()).isEqualTo(2);
        assertThat(items.get(1).line()).isEqualTo(3);
    }

    @Test
    void aJsonElementThatIsNoObjectIsOneUnreadableRow() {
        assertThat(reasons(read(JSON, "[{\"sku\":\"A\"}, 7, {\"sku\":\"B\"}]")))
                .containsExactly("", "is not a JSON object", "");
    }

    @Test
    void aNumberOfAGigabyteOfDigitsAndAMemberThatStandsTwiceAreUnreadableRows() {
        for (String huge : List.of("1e999999999", "-1E-999999999", "1e2000000000")) {
            assertThat(reasons(read(JSON, "[{\"sku\":\"A\",\"price\":" + huge + "}, {\"sku\":\"B\",\"price\":1e2}]")))
                    .as(huge)
                    .containsExactly("holds a number with more than 100 places", "");
            assertThat(reasons(read(LINES, "{\"price\":" + huge + "}\n{\"price\":2}\n")))
                    .as(huge)
                    .containsExactly("holds a number with more than 100 places", "");
        }
        assertThat(reasons(
                        read(JSON, "[{\"price\":1, \"a\":[{\"b\":1}], \"price\":2}, {\"a\":[{\"b\":1},{\"b\":1}]}]")))
                .containsExactly("has two members 'price' in one object", "");
    }

    @Test
    void jsonWithoutAnArrayAtItsPathIsRefusedWithTheSetting() {
        assertThatThrownBy(() -> read(JSON, "{\"items\":[]}"))
                .hasMessageContaining("format_options.records_path says where the array is");
        assertThatThrownBy(() -> read(options(FeedFormat.JSON, "products", StandardCharsets.UTF_8), "{\"items\":[]}"))
                .hasMessageContaining("there is no 'products'");
    }

    @Test
    void aJsonDocumentThatEndsTooSoonIsCutOff() {
        for (String cut : List.of("[{\"sku\":\"A\"},{\"sk", "[{\"sku\":\"A\"}", "[{\"sku\":\"A\"")) {
            assertThatThrownBy(() -> read(JSON, cut)).as(cut).satisfies(FeedReadersTest::isCutOff);
        }
        assertThatThrownBy(() -> read(options(FeedFormat.JSON, "a", StandardCharsets.UTF_8), "{\"a\":[{}],\"b\":"))
                .satisfies(FeedReadersTest::isCutOff);
    }

    @Test
    void malformedJsonInTheMiddleOfADocumentNamesItsLine() throws IOException {
        // Given
        Path file = file(
                80_000, "[\n", i -> i == 70_000 ? "{\"sku\": SKU-70000},\n" : "{\"sku\":\"S" + i + "\"},\n", "{}]");

        // Then
        assertThatThrownBy(() -> read(JSON, file))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("line 70001")
                .satisfies(e -> assertThat(((SyncFailureException) e).failure()).isInstanceOf(InvalidPayload.class));
    }

    @Test
    void malformedJsonInLine70001OfJsonLinesIsOneUnreadableRow() throws IOException {
        // Given
        Path file = file(80_000, "", i -> i == 70_001 ? "{\"sku\": SKU}\n" : "{\"sku\":\"S" + i + "\"}\n", "");

        // When
        List<FeedItem> items = read(LINES, file);

        // Then
        assertThat(items).hasSize(80_000);
        assertThat(items.stream().filter(FeedItem.Unreadable.class::isInstance))
                .singleElement()
                .satisfies(item -> assertThat(item.line()).isEqualTo(70_001));
        assertThat(row(items, 70_001)).isEqualTo("{\"sku\":\"S70002\"}");
    }

    @Test
    void jsonLinesWhoseLastLineIsNotWholeAreCutOff() {
        assertThatThrownBy(() -> read(LINES, "{\"sku\":\"A\"}\n{\"sku\":\"B")).satisfies(FeedReadersTest::isCutOff);
        assertThat(read(LINES, "\uFEFF{\"sku\":\"A\"}\r\n\r\n{\"sku\":\"B\"}")).hasSize(2);
    }

    @Test
    void csvMayHaveAByteOrderMarkQuotesAndLineBreaksInValues() {
        // When
        List<FeedItem> items = read(
                CSV, "\uFEFFsku;name;price\r\nA;\"A \"\"big\"\" shirt;\nblue\";\"12,50 €\"\r\n\r\nB;5\" pipe;1\r\n");

        // Then
        assertThat(row(items, 0))
                .isEqualTo("{\"sku\":\"A\",\"name\":\"A \\\"big\\\" shirt;\\nblue\",\"price\":\"12,50 €\"}");
        assertThat(row(items, 1)).isEqualTo("{\"sku\":\"B\",\"name\":\"5\\\" pipe\",\"price\":\"1\"}");
        assertThat(items.get(1).line()).isEqualTo(5);
    }

    @Test
    void oneBadRowAmongTenThousandIsOneUnreadableRow() throws IOException {
        // Given: a quote that nothing closes, a column too many, and bytes of another encoding
        Path file = file(
                10_000,
                "sku;name\n",
                i -> switch ((int) i) {
                    case 5_000 -> "S5000;\"name without end\n";
                    case 6_000 -> "S6000;name;more\n";
                    case 7_000 -> "S7000;\"na\"me\n";
                    default -> "S" + i + ";name " + i + "\n";
                },
                "");

        // When
        List<FeedItem> items = read(CSV, file);

        // Then
        assertThat(items).hasSize(10_000);
        assertThat(items.stream()
                        .filter(FeedItem.Unreadable.class::isInstance)
                        .map(item -> item.line() + ": " + ((FeedItem.Unreadable) item).reason()))
                .containsExactly(
                        "5001: has a quote that nothing closes",
                        "6001: has 3 columns instead of 2",
                        "7001: has a quote in a wrong place");
    }

    @Test
    void csvInAnotherCharsetIsReadAndRowsThatAreNotInItAreNamed() throws IOException {
        // Given
        Path file = directory.resolve("latin");
        Files.write(file, "sku;name\nA;Käse\nB;Brot\n".getBytes(StandardCharsets.ISO_8859_1));

        // Then
        assertThat(row(read(options(FeedFormat.CSV, "", StandardCharsets.ISO_8859_1), file), 0))
                .contains("Käse");
        assertThat(reasons(read(CSV, file))).containsExactly("is not UTF-8", "");
    }

    @Test
    void csvWhoseLastRowLacksColumnsAndItsEndIsCutOff() {
        assertThatThrownBy(() -> read(CSV, "sku;name\nA;a\nB")).satisfies(FeedReadersTest::isCutOff);
        assertThatThrownBy(() -> read(CSV, "sku;name\nA;a\nB;\"b")).satisfies(FeedReadersTest::isCutOff);
        assertThat(read(CSV, "sku;name\nA;a\nB;b")).hasSize(2);
        assertThatThrownBy(() -> read(CSV, "sku;name;sku\n"))
                .hasMessageContaining("two of its columns are called 'sku'");
    }

    @Test
    void xmlRecordsAreTreesWithAttributesAndRepeatedElements() {
        // When
        List<FeedItem> items = read(XML, """
                <?xml version="1.0"?>
                <c:catalog xmlns:c="urn:c">
                  <product id="1"><sku>A</sku><name lang="en">Tee &amp; more</name>
                    <tag>x</tag><tag>y</tag><text><![CDATA[<b>bold</b>]]></text><none/></product>
                  <product><sku>B</sku></product>
                </c:catalog>
                """);

        // Then
        assertThat(row(items, 0))
                .isEqualTo("{\"@id\":\"1\",\"sku\":\"A\",\"name\":{\"@lang\":\"en\",\"#text\":\"Tee & more\"},"
                        + "\"tag\":[\"x\",\"y\"],\"text\":\"<b>bold</b>\",\"none\":\"\"}");
        assertThat(items.get(1).line()).isEqualTo(5);
    }

    @Test
    void anXmlBombIsRefusedByName() {
        String bomb = """
                <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>
                <catalog><product><sku>&c;&d;</sku></product></catalog>
                """;
        assertThatThrownBy(() -> read(XML, bomb)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void xmlThatEndsTooSoonIsCutOffAndMalformedOneNamesItsLine() {
        assertThatThrownBy(() -> read(XML, "<c><product><sku>A</sku></product><product>"))
                .satisfies(FeedReadersTest::isCutOff);
        assertThatThrownBy(() -> read(XML, "<c>\n<product><sku>A</product>\n</c>"))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read(XML, "<c><item/></c>")).hasMessageContaining("no element <product>");
    }

    @Test
    void rowsThatAreTooDeepOrTooLongAreNamedAndTheRestIsRead() {
        // Given
        RowLimits small = new RowLimits(1_000, 5);
        String deep = "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}";
        String many = "{\"a\":[" + "1,".repeat(2_000) + "1]}";
        String deepXml = "<product>" + "<a>".repeat(50) + "</a>".repeat(50) + "</product>";

        // Then
        assertThat(reasons(read(JSON, "[" + deep + ",{\"sku\":\"A\"}," + many + ",{\"sku\":\"B\"}]", small)))
                .containsExactly("is nested deeper than 5 levels", "", "is longer than 1000 bytes", "");
        assertThat(reasons(read(LINES, deep + "\n" + many + "\n{\"sku\":\"B\"}\n", small)))
                .containsExactly("is nested deeper than 5 levels", "is longer than 1000 bytes", "");
        assertThat(reasons(read(CSV, "sku\n" + "x".repeat(2_000) + "\nB\n", small)))
                .containsExactly("is longer than 1000 bytes", "");
        assertThat(reasons(read(XML, "<c>" + deepXml + "<product><sku>A</sku></product></c>", small)))
                .containsExactly("is nested deeper than 5 levels", "");
    }

    @Test
    void bottomlessNestingEndsTheFeedInsteadOfTheProcess() {
        assertThatThrownBy(() -> read(JSON, "[{\"a\":" + "[".repeat(500_000))).hasMessageContaining("nested too deep");
        assertThatThrownBy(() -> read(XML, "<c><product>" + "<a>".repeat(500_000)))
                .hasMessageContaining("nested too deep");
    }

    private static void isCutOff(Throwable e) {
        assertThat(e).isInstanceOf(SyncFailureException.class).hasMessageContaining("cut off");
        assertThat(((SyncFailureException) e).failure()).isInstanceOf(TransientFailure.class);
    }

    private static FormatOptions options(FeedFormat format, String path, Charset charset) {
        return new FormatOptions(format, path, Optional.of("product"), ';', '"', charset, true);
    }

    private List<FeedItem> read(FormatOptions options, String content) {
        return read(options, content, RowLimits.USUAL);
    }

    private List<FeedItem> read(FormatOptions options, String content, RowLimits limits) {
        try {
            Path file = directory.resolve("feed");
            Files.writeString(file, content);
            return read(options, file, limits);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<FeedItem> read(FormatOptions options, Path file) throws IOException {
        return read(options, file, RowLimits.USUAL);
    }

    private static List<FeedItem> read(FormatOptions options, Path file, RowLimits limits) throws IOException {
        List<FeedItem> items = new ArrayList<>();
        try (FeedReader reader = FeedReaders.open(file, options, limits)) {
            for (Optional<FeedItem> item = reader.next(); item.isPresent(); item = reader.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    private Path file(int rows, String begin, LongFunction<String> row, String end) throws IOException {
        Path file = directory.resolve("rows");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(begin);
            for (long i = 1; i <= rows; i++) {
                writer.write(row.apply(i));
            }
            writer.write(end);
        }
        return file;
    }

    private static String row(List<FeedItem> items, int index) {
        return ((FeedItem.Row) items.get(index)).content().toString();
    }

    private static List<String> reasons(List<FeedItem> items) {
        return items.stream()
                .map(item -> item instanceof FeedItem.Unreadable unreadable ? unreadable.reason() : "")
                .toList();
    }
}
