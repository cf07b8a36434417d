package io.tiercast.template;

import io.tiercast.problem.Problems.FieldError;
import java.util.List;

/** @param problems what Meta would refuse, by field; empty: it may be submitted */
public record TemplateCheckView(List<FieldError> problems) {}
