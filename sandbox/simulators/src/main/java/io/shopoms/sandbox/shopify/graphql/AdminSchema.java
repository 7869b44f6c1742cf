package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.StoreRecord;
import io.shopoms.sandbox.shopify.order.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code admin.graphqls} and the other parts of the schema, with the store behind them. */
final class AdminSchema {

    private static final List<String> PARTS =
            List.of("admin.graphqls", "catalog.graphqls", "inventory.graphqls", "bulk.graphqls");

    /** Without {@code read_all_orders} an app sees the orders of the last 60 days. */
    private static final Duration VISIBLE = Duration.ofDays(60);

    private final Shop shop;
    private final Access access;
    private final WebhookFields webhooks;
    private final FulfillmentMutations fulfillments;
    private final OrderMutations orders;
    private final RefundMutation refunds;
    private final CatalogSchema catalog;
    private final InventorySchema inventory;
    private final BulkFields bulk;
    private final BulkMutations bulkMutations;
    private final Nodes nodes;
    private final OrderSearch search;
    private final CustomerSearch customerSearch;

    AdminSchema(Store store) {
        Merchant merchant = store.merchant();
        this.shop = store.shop();
        this.access = store.access();
        this.webhooks = new WebhookFields(shop, store.subscriptions());
        this.fulfillments = new FulfillmentMutations(shop, merchant.fulfilling());
        this.orders = new OrderMutations(shop, merchant);
        this.refunds = new RefundMutation(shop, merchant, store.keys());
        this.catalog = new CatalogSchema(store);
        this.inventory = new InventorySchema(store);
        this.bulk = new BulkFields(store.bulk(), shop.zone());
        this.bulkMutations = new BulkMutations(store.bulk(), store.uploads());
        this.nodes = new Nodes(store);
        this.search = new OrderSearch(shop.zone());
        this.customerSearch = new CustomerSearch(shop.zone());
    }

    /** To be called before the first request. */
    void runBulkOn(BulkExecution execution) {
        bulkMutations.runOn(execution);
    }

    static TypeDefinitionRegistry definitions() {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        for (String part : PARTS) {
            try (InputStream in = AdminSchema.class.getResourceAsStream("/io/shopoms/sandbox/shopify/" + part);
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                all.merge(new SchemaParser().parse(reader));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    GraphQLSchema build() {
        TypeDefinitionRegistry definitions = definitions();
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        Scalars.ALL.forEach(wiring::scalar);
        wiring.type(queries());
        wiring.type(mutations());
        pages(definitions, wiring);
        for (String name : List.of("LegacyInteroperability", "DisplayableError")) {
            // No field of ours has one of these interfaces as its type.
            wiring.type(name, type -> type.typeResolver(env -> null));
        }
        TypeFields.of("UserError", UserError.class)
                .field("field", UserError::field)
                .field("message", UserError::message)
                .addTo(wiring);
        Nodes.addTo(wiring);
        new OrderFields(shop, access).addTo(wiring);
        RefundFields.addTo(wiring);
        ChargeFields.addTo(wiring);
        CompanyFields.addTo(wiring);
        OrderMutations.addTo(wiring);
        RefundMutation.addTo(wiring);
        catalog.addTo(wiring);
        inventory.addTo(wiring);
        BulkFields.addTo(wiring);
        LineFields.addTo(wiring);
        PeopleFields.addTo(wiring, shop);
        FulfillmentFields.addTo(wiring);
        FulfillmentMutations.addTo(wiring);
        ShopFields.addTo(wiring, access);
        webhooks.addTo(wiring);
        return new SchemaGenerator().makeExecutableSchema(definitions, wiring.build());
    }

    private TypeRuntimeWiring.Builder queries() {
        TypeRuntimeWiring.Builder root = TypeRuntimeWiring.newTypeWiring("QueryRoot");
        add(root, "orders", this::orders);
        add(
                root,
                "order",
                env -> shop.findOrder(Gid.parse("Order", env.getArgument("id")))
                        .filter(this::isVisible)
                        .orElse(null));
        add(
                root,
                "customer",
                env -> shop.findCustomer(Gid.parse("Customer", env.getArgument("id")))
                        .orElse(null));
        add(
                root,
                "fulfillment",
                env -> shop.findFulfillment(Gid.parse("Fulfillment", env.getArgument("id")))
                        .orElse(null));
        add(
                root,
                "fulfillmentOrder",
                env -> shop.findFulfillmentOrder(Gid.parse("FulfillmentOrder", env.getArgument("id")))
                        .orElse(null));
        add(root, "customers", this::customers);
        add(root, "node", env -> nodes.find(env.getArgument("id")));
        add(
                root,
                "nodes",
                env -> env.<List<String>>getArgument("ids").stream()
                        .map(nodes::find)
                        .collect(Collectors.toCollection(ArrayList::new)));
        add(
                root,
                "refund",
                env -> shop.findRefund(Gid.parse("Refund", env.getArgument("id")))
                        .orElse(null));
        add(root, "shop", env -> shop);
        add(root, "currentAppInstallation", env -> shop);
        add(root, "publicApiVersions", env -> ApiVersions.ALL);
        add(root, "bulkOperation", bulk::one);
        add(root, "bulkOperations", bulk::list);
        catalog.queries().forEach((field, answer) -> add(root, field, answer));
        inventory.queries().forEach((field, answer) -> add(root, field, answer));
        add(root, "webhookSubscription", webhooks::one);
        add(root, "webhookSubscriptions", webhooks::list);
        return root;
    }

    private TypeRuntimeWiring.Builder mutations() {
        TypeRuntimeWiring.Builder root = TypeRuntimeWiring.newTypeWiring("Mutation");
        add(root, "fulfillmentCreate", fulfillments::create);
        add(root, "fulfillmentTrackingInfoUpdate", fulfillments::track);
        add(root, "fulfillmentEventCreate", fulfillments::report);
        add(root, "fulfillmentCancel", fulfillments::cancel);
        add(root, "orderCancel", orders::cancel);
        add(root, "orderCapture", orders::capture);
        add(root, "orderClose", orders::close);
        add(root, "orderMarkAsPaid", orders::markAsPaid);
        add(root, "refundCreate", refunds::create);
        add(root, "tagsAdd", orders::addTags);
        add(root, "tagsRemove", orders::removeTags);
        bulkMutations.fields().forEach((field, answer) -> add(root, field, answer));
        catalog.mutations().forEach((field, answer) -> add(root, field, answer));
        inventory.mutations().forEach((field, answer) -> add(root, field, answer));
        add(root, "webhookSubscriptionCreate", webhooks::create);
        add(root, "webhookSubscriptionUpdate", webhooks::update);
        add(root, "webhookSubscriptionDelete", webhooks::delete);
        return root;
    }

    private void add(TypeRuntimeWiring.Builder root, String field, Function<DataFetchingEnvironment, Object> answer) {
        DataFetcher<Object> guarded = env -> {
            access.check(field);
            return answer.apply(env);
        };
        root.dataFetcher(field, guarded);
    }

    private static void pages(TypeDefinitionRegistry definitions, RuntimeWiring.Builder wiring) {
        for (String name : definitions.types().keySet()) {
            if (name.endsWith("Connection")) {
                TypeFields.of(name, Connection.class)
                        .field("edges", Connection::edges)
                        .field("nodes", Connection::nodes)
                        .field("pageInfo", each -> each)
                        .addTo(wiring);
            } else if (name.endsWith("Edge")) {
                TypeFields.of(name, Connection.Edge.class)
                        .field("cursor", Connection.Edge::cursor)
                        .field("node", Connection.Edge::node)
                        .addTo(wiring);
            }
        }
    }

    private boolean isVisible(Order order) {
        return access.has("read_all_orders")
                || order.createdAt().isAfter(shop.now().minus(VISIBLE));
    }

    private Connection orders(DataFetchingEnvironment env) {
        return page(shop.orders().stream().filter(this::isVisible), search.parse(env.getArgument("query")), env);
    }

    private Connection customers(DataFetchingEnvironment env) {
        return page(shop.customers().stream(), customerSearch.parse(env.getArgument("query")), env);
    }

    private static <T extends StoreRecord> Connection page(
            Stream<T> all, Predicate<T> wanted, DataFetchingEnvironment env) {
        RecordSort sort = RecordSort.valueOf(env.getArgument("sortKey"));
        boolean reverse = Boolean.TRUE.equals(env.getArgument("reverse"));
        String after = env.getArgument("after");
        int first = Connection.first(env);
        List<T> found = all.filter(wanted)
                .filter(record -> after == null || sort.isAfter(record, after, reverse))
                .sorted(sort.comparator(reverse))
                .limit(first + 1L)
                .toList();
        List<Connection.Edge> edges = found.stream()
                .limit(first)
                .map(record -> new Connection.Edge(sort.cursor(record), record))
                .toList();
        return new Connection(edges, found.size() > first, after != null);
    }
}
