package nadhir.core.alert;

/**
 * An alert in one language, every gap filled.
 *
 * @param language BCP 47 tag
 * @param sms the whole SMS text, exercise marks included
 * @param instruction what to do, for push, web and CAP
 */
public record Wording(String language, String headline, String sms, String instruction) {}
