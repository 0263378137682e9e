/// What taxonomies are to each other, and what is lost between them.
///
/// The taxonomies and crosswalks are records (`ConceptDefinitions` in Definitions). Here they are
/// asked:
///
/// - ``ConceptMap``: from the concepts of one taxonomy to those of another;
/// - ``ConceptLoss``: what comes back of a concept that goes there and back again.
public enum Concepts {}
