"""The parts of a spec about showing a competency: method, evidence, rubric, research and resources."""

from typing import Annotated

from pydantic import Field

from .fields import Count, Day, Many, Model, Slug, Term, Text, Url


class Component(Model):
    """One part of the key method."""

    id: Slug
    title: Text
    text: Text


class Prompt(Model):
    """A question that the educator answers in Part 1, with limits on the number of words."""

    id: Slug
    prompt: Text
    min_words: Count | None = None
    max_words: Count | None = None
    formats: Many[Annotated[str, Term("formats")]] = ()


class Reflection(Prompt):
    """A question that the educator answers in Part 3, from one perspective."""

    perspective: Annotated[str, Term("perspectives")] | None = None


class Length(Model):
    """A limit such as 3 pages."""

    amount: Annotated[float, Field(gt=0, le=1_000_000)]
    unit: Annotated[str, Term("length_units")]


class Artifact(Model):
    """One piece of evidence in Part 2: something that the educator has made or recorded."""

    id: Slug
    name: Text
    description: Text
    type: Annotated[str, Term("artifact_types")] | None = None
    quantity: Annotated[int, Field(ge=1, le=1000)] | None = None
    formats: Many[Annotated[str, Term("formats")]] = ()
    max_length: Length | None = None
    involves_students: bool | None = None
    collaboration: Annotated[str, Term("collaboration")] | None = None
    alternatives: Many[Text] = ()
    completion_indicators: Many[Text] = ()


class Evidence(Model):
    """The evidence that the educator submits: overview questions, artifacts and reflection."""

    overview: Many[Prompt] = ()
    artifacts: Many[Artifact] = ()
    reflection: Many[Reflection] = ()

    @property
    def parts(self) -> tuple[Prompt | Artifact, ...]:
        """Every piece of evidence, in the order of the parts."""
        return (*self.overview, *self.artifacts, *self.reflection)


class Points(Model):
    """Scoring by points: points per level from low to high, the total to reach, and the minimum for each criterion."""

    per_level: Many[Count]
    cut_score: Count
    criterion_floor: Count


class WorkExcerpt(Model):
    """A short passage of an educator's work, with the note of an assessor."""

    level: Text
    text: Text
    note: Text


class Criterion(Model):
    """One row of the rubric."""

    id: Slug
    name: Text
    evidence: Many[Slug] = ()
    components: Many[Slug] = ()
    descriptors: dict[str, Text] = Field(default_factory=dict)
    rationale: Text | None = None
    excerpts: Many[WorkExcerpt] = ()


class Rubric(Model):
    """The rubric with which evidence is scored; ``levels`` run from low to high."""

    levels: Many[Text] = ()
    passing_level: Text | None = None
    decision_rule: Annotated[str, Term("decision_rules")] | None = None
    points: Points | None = None
    overview_passing: Text | None = None
    reflection_passing: Text | None = None
    criteria: Many[Criterion] = ()

    @property
    def scores(self) -> tuple[tuple[str, int], ...]:
        """The levels from low to high, each with its points, or with its index from 0 if no points are given."""
        given = self.points.per_level if self.points else ()
        return tuple((level, given[n] if n < len(given) else n) for n, level in enumerate(self.levels))


class Research(Model):
    """A work of the shared bibliography, the components it supports, and what it shows."""

    reference: Text
    supports: Many[Slug] = ()
    relevance: Text | None = None


class Resource(Model):
    """Something from which educators can learn."""

    title: Text
    url: Url
    type: Annotated[str, Term("resource_types")] | None = None
    access: Annotated[str, Term("resource_access")] | None = None
    why: Text | None = None
    components: Many[Slug] = ()
    captions: Annotated[str, Term("captions")] | None = None
    file_format: Annotated[str, Term("formats")] | None = None
    last_checked: Day | None = None
