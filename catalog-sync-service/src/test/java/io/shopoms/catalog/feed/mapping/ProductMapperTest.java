package io.shopoms.catalog.feed.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductMapperTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<FieldTarget, FieldRule> fields = new EnumMap<>(FieldTarget.class);
    private final List<MetafieldRule> metafields = new ArrayList<>();
    private Optional<SourcePath> key = Optional.empty();
    private Optional<SourcePath> nested = Optional.empty();
    private Optional<DecimalForm> decimal = Optional.empty();

    ProductMapperTest() {
        at(FieldTarget.TITLE, "productName");
        at(FieldTarget.PRICE, "price");
        at(FieldTarget.SKU, "SKU");
    }

    @Test
    void aRowIsAProductWithOneVariantKnownByItsSku() throws Exception {
        // Given
        FeedRow row = row("{'productName': 'Shirt', 'price': 12.5, 'SKU': ' A-1 '}");

        // When
        Product product = mapper().product(List.of(row));

        // Then
        assertThat(mapper().key(row)).isEqualTo("A-1");
        assertThat(product.title()).contains("Shirt");
        assertThat(product.options()).containsExactly(ProductOption.ONLY);
        assertThat(product.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.sku()).contains("A-1");
            assertThat(variant.price()).contains(new BigDecimal("12.5"));
            assertThat(variant.barcode()).isEmpty();
        });
        assertThat(product.tags()).isEmpty();
    }

    @Test
    void aProductKeyThatNoTableCouldHoldIsNamed() {
        // Given
        key = Optional.of(SourcePath.parse("parent"));

        // Then
        for (String wrong : List.of("x".repeat(256), "a\\u0000b", "a\\nb")) {
            assertThatThrownBy(() -> mapper().key(row("{'parent': '" + wrong + "', 'SKU': 'A'}")))
                    .isInstanceOf(UnusableRow.class)
                    .hasMessageContaining("is too long, or holds control characters");
        }
    }

    @Test
    void rowsWithOneKeyAreOneProduct() throws Exception {
        // Given
        key = Optional.of(SourcePath.parse("parent"));
        constant(FieldTarget.OPTION1_NAME, "Size");
        at(FieldTarget.OPTION1_VALUE, "size");
        at(FieldTarget.DESCRIPTION, "text");
        at(FieldTarget.IMAGES, "image");

        // When
        Product product = mapper().product(List.of(
                row("{'parent':'P','SKU':'S','size':'S','text':'','image':'https://a.example/1.jpg'}"),
                row("{'parent':'P','SKU':'M','size':'M','text':'<p>Soft</p>','image':'https://a.example/1.jpg'}"),
                row("{'parent':'P','SKU':'L','size':'L','productName':'Shirt','image':'https://a.example/2.jpg'}")));

        // Then
        assertThat(product.title()).contains("Shirt");
        assertThat(product.description()).contains("<p>Soft</p>");
        assertThat(product.options()).containsExactly(new ProductOption("Size", List.of("S", "M", "L")));
        assertThat(product.variants())
                .extracting(Variant::optionValues)
                .containsExactly(List.of("S"), List.of("M"), List.of("L"));
        assertThat(product.images().orElseThrow()).hasSize(2);
    }

    @Test
    void nestedVariantsTakeTheirOwnFieldsAndThoseOfTheRow() throws Exception {
        // Given
        key = Optional.of(SourcePath.parse("id"));
        nested = Optional.of(SourcePath.parse("variants"));
        constant(FieldTarget.OPTION1_NAME, "Colour");
        at(FieldTarget.OPTION1_VALUE, "attributes[0].value");
        at(FieldTarget.BARCODE, "^.ean");
        at(FieldTarget.SKU, "sku");

        // When
        Product product = mapper().product(List.of(row("{'id':7,'productName':'Mug','ean':'400','variants':["
                + "{'sku':'R','price':'9.90','attributes':[{'value':'red'}]},"
                + "{'sku':'B','price':'9.90','attributes':[{'value':'blue'}]}]}")));

        // Then
        assertThat(product.variants())
                .extracting(v -> v.sku().orElseThrow() + " " + v.optionValues() + " "
                        + v.barcode().orElseThrow())
                .containsExactly("R [red] 400", "B [blue] 400");
    }

    @Test
    void transformsJoinSplitTranslateAndDefault() throws Exception {
        // Given
        fields.put(FieldTarget.TITLE, rule("brand", "name").separator(" – ").build());
        fields.put(FieldTarget.TAGS, rule("cats").split("|").build());
        fields.put(
                FieldTarget.STATUS,
                rule("live").map(Map.of("1", "active", "0", "draft")).build());
        fields.put(FieldTarget.VENDOR, rule("maker").fallback("Acme").build());
        fields.put(FieldTarget.WEIGHT, rule("kg").unit(WeightUnit.KILOGRAMS).build());

        // When
        Product product = mapper().product(List.of(row(
                "{'SKU':'A','brand':'Acme','name':'Mug','cats':'x| y|X|','live':'0','maker':''," + "'kg':'0.35'}")));

        // Then
        assertThat(product.title()).contains("Acme – Mug");
        assertThat(product.tags().orElseThrow()).containsExactly("x", "y");
        assertThat(product.status()).contains(ProductStatus.DRAFT);
        assertThat(product.vendor()).contains("Acme");
        assertThat(product.variants().get(0).weight().orElseThrow().grams()).isEqualByComparingTo("350");
    }

    @Test
    void xmlAttributesAndElementsWithAttributesAreFound() throws Exception {
        // Given
        at(FieldTarget.TITLE, "name");
        at(FieldTarget.BARCODE, "code.@ean");

        // When
        Product product =
                mapper().product(List.of(row("{'SKU':'A','name':{'@lang':'en','#text':'Mug'},'code':{'@ean':'400'}}")));

        // Then
        assertThat(product.title()).contains("Mug");
        assertThat(product.variants().get(0).barcode()).contains("400");
    }

    @Test
    void whatMakesNoSenseIsNamedWithRowFieldAndValue() {
        at(FieldTarget.STATUS, "status");
        at(FieldTarget.IMAGES, "image");
        at(FieldTarget.TRACKED, "tracked");
        refused("{'SKU':'A','price':'12,50 €'}", "row 17 (line 18): variant.price: '12,50 €' can be read in more");
        refused("{'SKU':' '}", "row 17 (line 18): the SKU is empty");
        refused("{'price':'1'}", "row 17 (line 18): the SKU is empty");
        refused("{'SKU':'A','status':'gone'}", "status: 'gone' is none of active, draft");
        refused("{'SKU':'A','image':'a.jpg'}", "images: 'a.jpg' is not an address");
        refused("{'SKU':'A','tracked':'perhaps'}", "variant.tracked: 'perhaps' is neither true nor false");
        refused("{'SKU':'A','price':{'gross':1}}", "variant.price: is not a value but has members: [gross]");
        refused("{'SKU':['A','B']}", "variant.sku: is a list of 2; name one of it, such as SKU[0]");
    }

    @Test
    void severalVariantsNeedOptionsAndSkusOfTheirOwn() {
        key = Optional.of(SourcePath.parse("parent"));
        assertThatThrownBy(() -> mapper().product(List.of(row("{'SKU':'A'}"), row("{'SKU':'B'}"))))
                .hasMessageContaining("has 2 variants, and no option1.value is mapped");
        constant(FieldTarget.OPTION1_NAME, "Size");
        at(FieldTarget.OPTION1_VALUE, "size");
        assertThatThrownBy(
                        () -> mapper().product(List.of(row("{'SKU':'A','size':'S'}"), row("{'SKU':'A','size':'M'}"))))
                .hasMessageContaining("the SKU 'A' stands twice");
        assertThatThrownBy(
                        () -> mapper().product(List.of(row("{'SKU':'A','size':'S'}"), row("{'SKU':'B','size':'S'}"))))
                .hasMessageContaining("two variants are [S]");
        assertThatThrownBy(() -> mapper().product(List.of(row("{'SKU':'A'}"))))
                .hasMessageContaining("option1.value is empty");
    }

    @Test
    void metafieldsAreCheckedAgainstTheirType() throws Exception {
        // Given
        decimal = Optional.of(DecimalForm.COMMA);
        metafields.add(new MetafieldRule(SourcePath.parse("care"), "custom", "care", "single_line_text_field"));
        metafields.add(new MetafieldRule(SourcePath.parse("depth"), "custom", "depth", "number_decimal"));

        // When
        Product product = mapper().product(List.of(row("{'SKU':'A','care':'wash cold','depth':'1,50'}")));

        // Then
        assertThat(product.metafields())
                .containsExactly(
                        new Metafield("custom", "care", "single_line_text_field", "wash cold"),
                        new Metafield("custom", "depth", "number_decimal", "1.5"));
        assertThat(mapper().product(List.of(row("{'SKU':'A','care':'','depth':null}")))
                        .metafields())
                .isEmpty();
        metafields.add(new MetafieldRule(SourcePath.parse("day"), "custom", "day", "date"));
        refused("{'SKU':'A','day':'1.2.2026'}", "metafield custom.day: '1.2.2026' is no value of the type date");
    }

    @Test
    void anEmptyCompareAtPriceMeansNoneAndAnEmptyPriceSaysNothing() throws Exception {
        at(FieldTarget.COMPARE_AT_PRICE, "was");
        Variant variant = mapper().product(List.of(row("{'SKU':'A','price':'','was':''}")))
                .variants()
                .get(0);
        assertThat(variant.price()).isEmpty();
        assertThat(variant.compareAtPrice()).contains(BigDecimal.ZERO);
    }

    @Test
    void anEmptyTitleSaysNothing() throws Exception {
        assertThat(mapper().product(List.of(row("{'SKU':'A','productName':' '}")))
                        .title())
                .isEmpty();
    }

    @Test
    void partsOfOneProductThatStandFarApartAreMerged() throws Exception {
        // Given
        key = Optional.of(SourcePath.parse("parent"));
        constant(FieldTarget.OPTION1_NAME, "Size");
        at(FieldTarget.OPTION1_VALUE, "size");
        Product first = mapper().product(List.of(row("{'SKU':'A','size':'S','productName':'Shirt'}")));
        Product second = mapper().product(List.of(row("{'SKU':'B','size':'M','productName':'Shirt, medium'}")));

        // When
        Product merged = ProductParts.merged(first, second);

        // Then
        assertThat(merged.title()).contains("Shirt");
        assertThat(merged.options()).containsExactly(new ProductOption("Size", List.of("S", "M")));
        assertThat(merged.variants()).hasSize(2);
        assertThatThrownBy(() -> ProductParts.merged(first, first)).hasMessageContaining("stands twice");
    }

    private void refused(String json, String message) {
        assertThatThrownBy(() -> mapper().product(List.of(row(json))))
                .as(json)
                .isInstanceOf(UnusableRow.class)
                .hasMessageContaining(message);
    }

    private ProductMapper mapper() {
        return new ProductMapper(new FeedMapping(fields, metafields, key, nested, decimal, Optional.empty()));
    }

    private void at(FieldTarget target, String path) {
        fields.put(target, FieldRule.at(SourcePath.parse(path)));
    }

    private void constant(FieldTarget target, String value) {
        fields.put(target, rule().constant(value).build());
    }

    private static RuleBuilder rule(String... sources) {
        return new RuleBuilder(List.of(sources).stream().map(SourcePath::parse).toList());
    }

    private static FeedRow row(String json) {
        try {
            return new FeedRow(17, 18, JSON.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static final class RuleBuilder {

        private final List<SourcePath> sources;
        private Optional<String> constant = Optional.empty();
        private Optional<String> fallback = Optional.empty();
        private String separator = " ";
        private Optional<String> split = Optional.empty();
        private Map<String, String> values = Map.of();
        private Optional<WeightUnit> unit = Optional.empty();

        RuleBuilder(List<SourcePath> sources) {
            this.sources = sources;
        }

        RuleBuilder constant(String value) {
            constant = Optional.of(value);
            return this;
        }

        RuleBuilder fallback(String value) {
            fallback = Optional.of(value);
            return this;
        }

        RuleBuilder separator(String value) {
            separator = value;
            return this;
        }

        RuleBuilder split(String value) {
            split = Optional.of(value);
            return this;
        }

        RuleBuilder map(Map<String, String> value) {
            values = value;
            return this;
        }

        RuleBuilder unit(WeightUnit value) {
            unit = Optional.of(value);
            return this;
        }

        FieldRule build() {
            return new FieldRule(sources, constant, fallback, separator, split, values, Optional.empty(), unit);
        }
    }
}
