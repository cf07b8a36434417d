package io.tiercast.csv;

import java.util.regex.Pattern;

/**
 * A spreadsheet runs a cell that begins like a formula. A leading apostrophe keeps it text; phones in E.164 form and plain numbers
 * are harmless and stay as they are. The apostrophe is taken away again by an import.
 */
public final class FormulaGuard {

    private static final Pattern HARMLESS = Pattern.compile("\\+[1-9][0-9]{6,14}|-?[0-9]+(\\.[0-9]+)?");
    private static final String DANGEROUS = "=+-@\t\r";

    private FormulaGuard() {}

    public static String guard(String cell) {
        return beginsAFormula(cell) && !HARMLESS.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String lift(String cell) {
        return cell.startsWith("'") && beginsAFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean beginsAFormula(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0;
    }
}
