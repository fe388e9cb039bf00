"""Everything that can go wrong for a person, as one tree.

FazhiError
├── CorpusError          a report file cannot be read
│   ├── FileMissing · FileEmpty · FileTooLarge · FormatUnknown
│   ├── TextUndecodable · DocumentDamaged · DocumentEncrypted · DocumentImageOnly · ArchiveBomb
│   └── ConverterMissing
├── IndexProblem         the index cannot serve or be built
│   ├── IndexMissing · IndexDamaged · IndexForeign · IndexOutdated · IndexModelChanged
│   ├── IndexBusy · IndexReadOnly · DiskFull · NothingToIndex
│   └── ReportUnknown · ReportAmbiguous · SectionUnknown
├── ModelProblem         an embedding or chat model cannot be used
│   ├── ModelUnavailable · ModelDamaged
│   └── BuiltinModelMissing · ExtraMissing · ChatUnavailable
├── QuestionProblem      the input of a question
│   └── QuestionEmpty · QuestionTooLong · InputMalformed · PlaceUnknown
├── ExportFailed         a file of figures cannot be written
├── DraftProblem         a draft cannot be given back with comments
│   └── DraftOverwritten · DraftNotWord · DraftTooLong
├── QuizProblem          training cannot go on
│   ├── LearnerNameMissing · LearnerNameTooLong · SittingUnknown · QuizNothing
│   └── ProgressUnusable · ProgressNewer
└── SettingsProblem      a setting has no usable value

An error carries its code and details only; the Chinese sentence and the hint for each code
are texts of `prompts/errors.toml`.
"""

from __future__ import annotations

import re


class FazhiError(Exception):
    """Root of the tree; `details` fill the placeholders of the text shown."""

    def __init__(self, **details: object) -> None:
        super().__init__(self.code(), details)
        self.details = details

    @classmethod
    def code(cls) -> str:
        """The key of this error's text: the class name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class CorpusError(FazhiError):
    """A report file cannot be read; details hold `file`."""


class FileMissing(CorpusError):
    """No such file or folder."""


class FileEmpty(CorpusError):
    """The file holds no text."""


class FileTooLarge(CorpusError):
    """Above the size limit; details: `size_mb`, `limit_mb`."""


class FormatUnknown(CorpusError):
    """No parser for this ending; details: `known`."""


class TextUndecodable(CorpusError):
    """Not text in any known encoding, such as a binary named .txt."""


class DocumentDamaged(CorpusError):
    """The container (docx, pdf, html) cannot be opened."""


class DocumentEncrypted(CorpusError):
    """Protected by a password."""


class DocumentImageOnly(CorpusError):
    """A PDF without a text layer."""


class ArchiveBomb(CorpusError):
    """A compressed document that unpacks to an absurd size."""


class ConverterMissing(CorpusError):
    """.doc and .wps need LibreOffice, which is not installed."""


class IndexProblem(FazhiError):
    """The index cannot serve or be built; details hold `folder`."""


class IndexMissing(IndexProblem):
    """No index in the folder."""


class IndexDamaged(IndexProblem):
    """Files of the snapshot are missing or do not fit together."""


class IndexForeign(IndexProblem):
    """The folder holds something that is not ours; it is left alone."""


class IndexOutdated(IndexProblem):
    """Built by another version of the program."""


class IndexModelChanged(IndexProblem):
    """Built with another embedding model; details: `built_with`, `asked_for`."""


class IndexBusy(IndexProblem):
    """Another build is running."""


class IndexReadOnly(IndexProblem):
    """The folder may not be written to."""


class DiskFull(IndexProblem):
    """No space left while writing; the old index stays."""


class NothingToIndex(IndexProblem):
    """No readable report among the paths given."""


class ReportUnknown(IndexProblem):
    """No report in the index goes by that name; details: `name`."""


class ReportAmbiguous(IndexProblem):
    """Several reports go by that name; details: `name`, `count`, `titles`."""


class SectionUnknown(IndexProblem):
    """No heading of the report holds these words; details: `name`."""


class ModelProblem(FazhiError):
    """A model cannot be used; details hold `model`."""


class ModelUnavailable(ModelProblem):
    """It cannot be found, reached or loaded."""


class ModelDamaged(ModelProblem):
    """Its files fail their checksum; details: `install`."""


class BuiltinModelMissing(ModelProblem):
    """The component that carries the default model is not here; details: `install`."""


class ExtraMissing(ModelProblem):
    """An optional package is not installed; details: `install`."""


class ChatUnavailable(ModelProblem):
    """The language model of the settings cannot be opened or reached; details: `why`."""


class QuestionProblem(FazhiError):
    """The question itself cannot be taken."""


class QuestionEmpty(QuestionProblem):
    """Nothing was asked."""


class QuestionTooLong(QuestionProblem):
    """Above the limit; details: `length`, `limit`."""


class InputMalformed(QuestionProblem):
    """A JSON line that does not fit the contract; details: `line`, `why`."""


class PlaceUnknown(QuestionProblem):
    """No report is about this place; details: `name`, `nearest`."""


class ExportFailed(FazhiError):
    """A file of figures cannot be written; details: `file`, `why`."""


class DraftProblem(FazhiError):
    """A draft cannot be given back with comments; details: `file`."""


class DraftOverwritten(DraftProblem):
    """An output would take the place of the draft itself."""


class DraftNotWord(DraftProblem):
    """Comments can be written into .docx alone."""


class QuizProblem(FazhiError):
    """Training cannot go on."""


class LearnerNameMissing(QuizProblem):
    """Nobody said who is learning."""


class LearnerNameTooLong(QuizProblem):
    """Above the limit; details: `limit`."""


class SittingUnknown(QuizProblem):
    """No such sitting or question, or another learner's."""


class QuizNothing(QuizProblem):
    """No question fits, or the reports yield none."""


class ProgressUnusable(QuizProblem):
    """The file of progress cannot be read or written; details: `file`, `why`."""


class ProgressNewer(QuizProblem):
    """The file of progress was written by a newer program; details: `file`."""


class DraftTooLong(DraftProblem):
    """More than the page shows at once; details: `length`, `limit`."""


class SettingsProblem(FazhiError):
    """A setting has no usable value; details: `name`, `why`."""
