package io.shopoms.sandbox.embedded;

/** Orders to the shared servers, in types that every class loader has in common. */
public interface SharedServersMBean {

    /**
     * @param server {@code database} or {@code broker}
     * @param verb {@code url}, {@code start} or {@code stop}
     * @return the server's address
     */
    String order(String server, String verb);
}
