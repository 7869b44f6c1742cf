package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order costs besides its lines, and how much of each charge was taken back. */
public final class OrderCharges {

    private final List<ShippingLine> shipping;
    private final List<Duty> duties;
    private final List<Fee> fees;
    private final Map<Long, MoneyBag> takenBack = new LinkedHashMap<>();
    private boolean tipTakenBack;

    OrderCharges(List<ShippingLine> shipping, List<Duty> duties, List<Fee> fees) {
        this.shipping = new ArrayList<>(shipping);
        this.duties = List.copyOf(duties);
        this.fees = List.copyOf(fees);
    }

    public List<ShippingLine> shipping() {
        return List.copyOf(shipping);
    }

    /** In the order of their lines. */
    public List<Duty> duties() {
        return duties;
    }

    public List<Duty> dutiesOf(LineItem line) {
        return duties.stream().filter(duty -> duty.line() == line).toList();
    }

    public int indexOf(Duty duty) {
        return duties.indexOf(duty);
    }

    public List<Fee> fees() {
        return fees;
    }

    /** What was taken back so far of the shipping line, duty or fee with this id. */
    Optional<MoneyBag> takenBack(long id) {
        return Optional.ofNullable(takenBack.get(id));
    }

    boolean tipTakenBack() {
        return tipTakenBack;
    }

    void add(ShippingLine line) {
        shipping.add(line);
    }

    void takeBack(long id, MoneyBag amount) {
        takenBack.merge(id, amount, MoneyBag::plus);
    }

    void takeTipBack() {
        tipTakenBack = true;
    }
}
