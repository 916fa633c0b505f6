"""The published standards that rules derive from, each by its code.

An entry contains only the publisher's own title and the address. How a rule interprets the standard is our reading.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedStandard:
    """A standard that others have published: its title, its publisher, and its address if it has one."""

    title: str
    publisher: str
    url: str = ""


SOURCES: dict[str, PublishedStandard] = {
    "AR": PublishedStandard(
        "Professional learning through micro-credentials", "Arkansas Division of Elementary and Secondary Education"),
    "DE": PublishedStandard("Micro-credentials: questions and answers", "Delaware Department of Education"),
    "ESSA": PublishedStandard(
        "ESSA tiers of evidence", "Institute of Education Sciences", "https://ies.ed.gov/ncee/wwc/essa"),
    "KY": PublishedStandard("16 KAR 8:030", "Kentucky Administrative Regulations"),
    "TX": PublishedStandard("House Bill 2424 (2019), Education Code §21.054(i)", "Texas Legislature"),
    "MPOS": PublishedStandard(
        "Micro-Credential Quality Assurance Standards", "Micro-credentials Partnership of States",
        "https://digitalpromise.org/2025/03/13/quality-assurance-across-states-how-a-standard-supports-learners/"),
    "CCSSO": PublishedStandard(
        "Design, Assessment, and Implementation Principles for Educator Micro-credentials",
        "Council of Chief State School Officers",
        "https://ccsso.org/resource-library/design-assessment-and-implementation-principles-educator-micro-credentials"),
    "NA": PublishedStandard(
        "Harnessing Micro-Credentials for Teacher Growth: A Model State Policy Guide", "New America",
        "https://www.newamerica.org/insights/harnessing-micro-credentials-for-teacher-growth-a-model-state-policy-guide/introduction"),
    "DP": PublishedStandard(
        "Educator micro-credentials: how it works", "Digital Promise",
        "https://digitalpromise.org/initiative/educator-micro-credentials/how-it-works/"),
    "NEA": PublishedStandard("Anatomy of a micro-credential", "National Education Association"),
    "BB": PublishedStandard("Support articles on assessment", "BloomBoard"),
    "UT": PublishedStandard("Utah micro-credentials: questions and answers", "Utah Education Network"),
    "NC": PublishedStandard("Micro-credentialing", "North Carolina Department of Public Instruction"),
    "NZ": PublishedStandard(
        "Qualification and Micro-credential Listing and Operational Rules 2022",
        "New Zealand Qualifications Authority"),
    "EU": PublishedStandard(
        "Council Recommendation of 16 June 2022 on a European approach to micro-credentials", "European Union"),
    "AU": PublishedStandard("National Microcredentials Framework", "Australian Government"),
    "UN": PublishedStandard("Towards a common definition of micro-credentials", "UNESCO"),
    "OB3": PublishedStandard("Open Badges 3.0", "1EdTech"),
    "OBA": PublishedStandard("Open Badges assessment extension", "1EdTech"),
    "CTDL": PublishedStandard("Credential Transparency Description Language", "Credential Engine"),
    "CRED": PublishedStandard("Badge template guidance", "Credly"),
    "RUB": PublishedStandard("Tierney and Simon (2004), What's still wrong with rubrics",
        "Practical Assessment, Research, and Evaluation"),
    "PSY": PublishedStandard("Jonsson and Svingby (2007), The use of scoring rubrics", "Educational Research Review",
                             "https://doi.org/10.1016/j.edurev.2007.05.002"),
    "WCAG": PublishedStandard("Web Content Accessibility Guidelines 2.1", "W3C", "https://www.w3.org/TR/WCAG21/"),
    "YAML": PublishedStandard("YAML 1.2.2", "YAML Language Development Team", "https://yaml.org/spec/1.2.2/"),
}  # fmt: skip
