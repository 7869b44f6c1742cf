package io.shopoms.order.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A telephone number that can be compared, whatever way it was typed.
 *
 * @param e164 {@code +491711234567}
 * @param spellings how Odoo may hold it: normalised by itself, formatted for people, or as it was typed
 */
public record PhoneNumber(String e164, Set<String> spellings) {

    private static final int LONGEST = 60;

    public PhoneNumber {
        spellings = Set.copyOf(spellings);
    }

    /**
     * Reads a number.
     *
     * @param country ISO code of the country in which a number without a country prefix is dialled
     * @return empty if it is no possible number, or lacks the prefix and the country is unknown
     */
    public static Optional<PhoneNumber> of(String text, Optional<String> country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, country.orElse(null));
            if (!numbers.isValidNumber(number)) {
                return Optional.empty();
            }
            Set<String> spellings = new LinkedHashSet<>();
            for (PhoneNumberFormat format : PhoneNumberFormat.values()) {
                spellings.add(numbers.format(number, format));
            }
            spellings.add(text.strip());
            return Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164), spellings));
        } catch (NumberParseException e) {
            // Free text, not a number: it stays on the contact as it is and identifies nobody.
            return Optional.empty();
        }
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }
}
