package io.ess4j.sim.replay;

import io.ess4j.model.Catalog;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.sim.input.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A catalogue as its offerings, and a market as what has changed since the last one: for each {@code row} of the
 * catalogue the price, the stock, the interruptions in a million hours. At first everything is as in the catalogue,
 * with unlimited stock.
 */
final class MarketForm {
    private static final String ROW = "row";
    private static final String PRICE = "price";
    private static final String STOCK = "stock";
    private static final String INTERRUPTIONS = "interruptions";

    private final ValueCodec<Offering> offerings;

    MarketForm(Codecs codecs) {
        this.offerings = codecs.of(Offering.class);
    }

    void write(JsonGenerator json, Catalog catalog) {
        json.writeStartArray();
        catalog.offerings().forEach(o -> offerings.write(json, o));
        json.writeEndArray();
    }

    Catalog readCatalog(Place place) {
        List<Offering> read = new ArrayList<>();
        for (JsonValue item : place.array()) {
            read.add(offerings.read(place.item(read.size(), item)));
        }
        try {
            return Catalog.of(read);
        } catch (IllegalArgumentException e) {
            throw place.problem("is refused: " + e.getMessage());
        }
    }

    void write(JsonGenerator json, Market before, Market now) {
        json.writeStartArray();
        for (int row = 0; row < now.size(); row++) {
            boolean price = before.nanosPerHour(row) != now.nanosPerHour(row);
            boolean stock = before.stock(row) != now.stock(row);
            boolean risk = before.interruptionsPerMillionHours(row) != now.interruptionsPerMillionHours(row);
            if (price || stock || risk) {
                json.writeStartObject();
                json.writeNumberProperty(ROW, row);
                if (price) {
                    json.writeStringProperty(PRICE, now.price(row).toString());
                }
                if (stock) {
                    json.writeNumberProperty(STOCK, now.stock(row));
                }
                if (risk) {
                    json.writeNumberProperty(INTERRUPTIONS, now.interruptionsPerMillionHours(row));
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    Market read(Place place, Market before) {
        Map<Integer, Row> changes = new LinkedHashMap<>();
        int index = 0;
        for (JsonValue item : place.array()) {
            Place at = place.item(index++, item);
            Row row = row(at, before.size());
            if (changes.put(row.number, row) != null) {
                throw at.problem("names row " + row.number + " a second time");
            }
        }
        Market.Builder builder = Market.builder(before.catalog());
        for (int i = 0; i < before.size(); i++) {
            Offering o = before.catalog().offerings().get(i);
            Row row = changes.get(i);
            Price price = row == null || row.price == null ? before.price(i) : row.price;
            int stock = row == null || row.stock == null ? before.stock(i) : row.stock;
            int risk = row == null || row.interruptions == null
                    ? before.interruptionsPerMillionHours(i)
                    : row.interruptions;
            builder.price(o.type(), o.zone(), o.purchaseOption(), price)
                    .stock(o.type(), o.zone(), o.purchaseOption(), stock)
                    .interruptions(o.type(), o.zone(), o.purchaseOption(), risk);
        }
        return builder.build();
    }

    private record Row(
            int number,
            @Nullable Price price,
            @Nullable Integer stock,
            @Nullable Integer interruptions) {}

    private static Row row(Place place, int rows) {
        Map<String, JsonValue> left = new LinkedHashMap<>(place.object());
        JsonValue number = left.remove(ROW);
        if (number == null) {
            throw place.problem("lacks the field " + ROW);
        }
        JsonValue price = left.remove(PRICE);
        JsonValue stock = left.remove(STOCK);
        JsonValue risk = left.remove(INTERRUPTIONS);
        RecordCodec.noneLeft(place, left);
        return new Row(
                (int) place.field(ROW, number).whole(0, rows - 1),
                price == null ? null : price(place.field(PRICE, price)),
                stock == null ? null : (int) place.field(STOCK, stock).whole(0, Integer.MAX_VALUE),
                risk == null ? null : (int) place.field(INTERRUPTIONS, risk).whole(0, Integer.MAX_VALUE));
    }

    private static Price price(Place place) {
        try {
            return Price.perHour(place.text());
        } catch (IllegalArgumentException e) {
            throw place.problem("must be a price: " + e.getMessage());
        }
    }
}
