package org.coursewise.email.template;

/**
 * A mail's texts with everything filled in.
 *
 * @param locale the language they are written in, which need not be the one asked for
 * @param html a whole document
 */
public record RenderedMail(String locale, String subject, String text, String html) {}
