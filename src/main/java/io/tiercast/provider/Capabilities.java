package io.tiercast.provider;

/**
 * What can be done through a provider; what cannot is shown, and refused where it is asked for.
 *
 * @param templateSync templates are read from it; else they are copied by hand, or imported
 * @param templateCreation templates are submitted, changed and deleted through it
 * @param statuses it reports what becomes of messages
 * @param evidence its reports carry our own mark; else a message whose answer is lost stays unconfirmed, for a person to decide
 * @param limits status, quality, throughput and messaging limit of the number are read from it; else they are the operator's word
 * @param media files are uploaded to it; else they are given as addresses
 * @param marketingMessages Meta's Marketing Messages API
 * @param inbound it passes on what people write, opt-outs included
 */
public record Capabilities(
        boolean templateSync,
        boolean templateCreation,
        boolean statuses,
        boolean evidence,
        boolean limits,
        boolean media,
        boolean marketingMessages,
        boolean inbound) {}
