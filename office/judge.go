package office

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/transparency"
)

// judgeGrace is how long the process that took a document in has before any other may judge it.
const judgeGrace = 3 * time.Second

// judging is one attempt at judging a lodged document: everything computed before the transaction.
type judging struct {
	desk     *desk
	examined Examined
	// registration and release are the automatic decisions tried; measures what selection chose.
	registration, release clearance.Verdict
	measures              []clearance.Measure
	// attempt is what came from outside the law and the document; it is kept with the first event.
	attempt clearance.Attempt
	// writing is what box 40 takes in the act that registers.
	writing              writing
	findings, assessment []byte
	// sealed are findings and assessment as they are kept.
	sealed []Body
}

// judgeLodged judges what this process took in, until the context ends. What it leaves is woken by its timer.
func (o *Office) judgeLodged(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case document := <-o.lodged:
			if err := o.judge(ctx, document); err != nil {
				o.report("judge", err)
			}
		}
	}
}

// Judge registers or refuses a lodged declaration and, where every criterion holds, releases its goods: one act of the
// information system without an official. Judging a case twice changes nothing.
func (o *Office) Judge(ctx context.Context, id customs.CaseID) error {
	return o.judge(ctx, fresh{id: id})
}

func (o *Office) judge(ctx context.Context, document fresh) error {
	for range attempts {
		started := time.Now()
		j, err := o.prepare(ctx, &document)
		if err != nil || j == nil {
			return err
		}
		outcome := o.commit(ctx, j.commit())
		if customs.Is(outcome.Err, customs.Insufficient) {
			j = j.short()
			outcome = o.commit(ctx, j.commit())
		}
		if customs.Is(outcome.Err, customs.Stale) {
			document.dossier = nil
			continue
		}
		if outcome.Err == nil {
			o.Measures.judged(time.Since(started), j.registration, j.release)
		}
		return outcome.Err
	}
	return &customs.Error{Code: customs.Stale, Op: "judge declaration", Subject: string(document.id)}
}

// prepare reads, judges and assesses the document for the present legal day; nil when the case is not waiting for it.
func (o *Office) prepare(ctx context.Context, document *fresh) (*judging, error) {
	d, err := o.take(ctx, document)
	if err != nil {
		return nil, err
	}
	if d.dossier.Case.State != clearance.Received {
		return nil, nil
	}
	if err := o.recall(ctx, d, document); err != nil {
		return nil, err
	}
	j := &judging{desk: d, attempt: clearance.Attempt{Draw: o.Lots()}}
	if err := j.examine(document.document); err != nil {
		return nil, err
	}
	if j.writing, err = o.preceding(ctx, document.document.Declaration); err != nil {
		return nil, err
	}
	j.attempt.Preceding = j.writing.answer
	if err := j.seal(); err != nil {
		return nil, err
	}
	j.attempt.Elapsed = o.Clock.Now().Sub(d.now)
	j.decide()
	return j, nil
}

// take opens a desk for the case: as lodging left it in this process, else as the store has it. Should the case have moved
// on meanwhile, the commit is Stale.
func (o *Office) take(ctx context.Context, document *fresh) (*desk, error) {
	if document.dossier != nil {
		return o.open(*document.dossier, customs.Automaton)
	}
	return o.sit(ctx, document.id, customs.Automaton)
}

// examine judges and assesses the document for the desk's instant and writes both as papers.
func (j *judging) examine(document *declaration.Document) (err error) {
	if j.examined, err = j.desk.examine(document); err != nil {
		return err
	}
	if j.findings, err = encode(j.examined.Check()); err != nil {
		return err
	}
	j.assessment, err = encode(j.examined.Assess())
	return err
}

// seal packs both papers before the transaction, where acts wait for each other.
func (j *judging) seal() error {
	id, secret := j.desk.dossier.Case.ID, j.desk.secret
	found, err := seal(id, PaperFindings, secret, j.findings)
	if err != nil {
		return err
	}
	assessed, err := seal(id, PaperAssessment, secret, j.assessment)
	j.sealed = []Body{found, assessed}
	return err
}

// recall brings the document back from the store when this process does not hold it any more.
func (o *Office) recall(ctx context.Context, d *desk, document *fresh) error {
	if document.document != nil && document.secret != nil {
		d.secret = document.secret
		return nil
	}
	paper, ok := d.dossier.Paper(PaperDeclaration)
	if !ok {
		return &customs.Error{Code: customs.Corrupt, Op: "find declaration", Subject: string(document.id)}
	}
	body, secret, err := o.Store.Body(ctx, document.id, paper.Digest)
	if err != nil {
		return err
	}
	d.secret = secret
	if document.document != nil {
		return nil
	}
	if document.body, err = OpenBody(body, secret); err != nil {
		return err
	}
	read := album.Read(document.body, album.Options{})
	document.document = &read
	return nil
}

// examine judges the document for the day of its registration or, before it, for the legal day of the desk's instant.
func (d *desk) examine(document *declaration.Document) (Examined, error) {
	place, _, err := d.law.at(d.dossier.Case.Office)
	if err != nil {
		return Examined{}, err
	}
	day := d.dossier.Case.RegisteredOn
	if day == 0 {
		day = d.zone.Day(d.now)
	}
	return d.law.Examine(document, Circumstances{Day: day, State: place.State, Office: place.Code}), nil
}

// decide tries the automatic decisions, each criterion with its value.
func (j *judging) decide() {
	if j.examined.Report.Barred() {
		return
	}
	facts := j.facts()
	j.registration = j.desk.law.Criteria.Judge(clearance.Registration, facts)
	if !j.registration.Automatic {
		return
	}
	j.measures = j.desk.law.Selection.Select(j.examined.Day, goodsOf(j.examined.Document.Declaration), j.attempt.Draw)
	facts.Selected, facts.Measures, facts.Drawn = clearance.Yes, j.measures, clearance.No
	j.release = j.desk.law.Criteria.Judge(clearance.Release, facts)
}

// short judges again without a write-off for which the balances did not suffice: the declaration is registered and goes
// to an officer.
func (j *judging) short() *judging {
	again := *j
	again.writing.fall()
	again.attempt.Preceding = again.writing.answer
	again.decide()
	return &again
}

// commit is the act: the number is taken last, and everything that names it is written once it is known.
func (j *judging) commit() *Commit {
	d := j.desk
	commit := &Commit{
		Key:     Key{Party: d.dossier.Case.Party, Name: fmt.Sprintf("judge %s", d.dossier.Case.ID)},
		Request: transparency.Sum([]byte(d.dossier.Case.ID)),
		Case:    d.dossier.Case.ID, Expect: d.dossier.Case.Version,
		Rows: j.rows,
	}
	if j.registration.Automatic {
		day := j.examined.Day
		commit.Moves = j.writing.moves()
		commit.Number = &NumberRequest{Office: d.dossier.Case.Office, Day: day, Before: d.zone.Midnight(day.AddDays(1))}
	}
	return commit
}

// rows works the act out on a copy of the desk, so that it can be called again.
func (j *judging) rows(serial int64) (Rows, error) {
	d := *j.desk
	d.rows = Rows{}
	d.dossier.Papers = slices.Clone(d.dossier.Papers)
	d.dossier.Verdicts = slices.Clone(d.dossier.Verdicts)
	d.dossier.Editions = d.editions()
	d.dossier.Measures = j.measures
	d.declared = j.examined.Document.Declaration
	d.dossier.Glance.State = j.examined.State
	d.dossier.Glance.Findings = countFindings(j.examined.Report.Findings)
	d.dossier.Glance.Due = dueTotal(&j.examined)
	for _, body := range j.sealed {
		d.file("", body)
	}
	if err := j.play(&d, serial, papers{j.sealed[0].Digest, j.sealed[1].Digest}); err != nil {
		return Rows{}, err
	}
	return d.finish(nil)
}

// papers are the digests of what a judging wrote down. The log binds them: findings with the first event, the
// assessment with the registration.
type papers struct{ found, assessed transparency.Digest }

// play records what happens, in the order of the law.
func (j *judging) play(d *desk, serial int64, kept papers) error {
	verdict := j.examined.Report.Verdict()
	if verdict == customs.TechnicalReject {
		return j.reject(d, kept)
	}
	filed := clearance.Event{Kind: clearance.DeclarationFiled, Payload: clearance.Payload{Attempt: &j.attempt}}
	if err := d.record(filed, kept.found); err != nil {
		return err
	}
	if verdict == customs.RefuseRegistration {
		return j.refuse(d)
	}
	if !j.registration.Automatic {
		return d.record(clearance.Event{
			Kind: clearance.RegistrationHandedOver, Reason: j.registration.HandOver,
			Payload: clearance.Payload{Verdict: &j.registration},
		}, transparency.Digest{})
	}
	if err := d.register(serial, &j.registration, kept.assessed); err != nil {
		return err
	}
	d.dossier.Holds, d.dossier.Preceding = j.writing.holds, j.writing.answer
	if d.dossier.Case.State == clearance.AwaitingGoods {
		return nil
	}
	if err := d.record(clearance.Event{Kind: clearance.ControlStarted}, transparency.Digest{}); err != nil {
		return err
	}
	return j.control(d)
}

// control applies the measures chosen, then releases the goods or hands the case over with the reason.
func (j *judging) control(d *desk) error {
	for _, measure := range j.measures {
		if err := d.apply(measure); err != nil {
			return err
		}
	}
	if j.release.Automatic {
		return d.release("10", nil, &j.release)
	}
	return d.record(clearance.Event{
		Kind: clearance.AutomaticReleaseAttempted, Reason: j.release.HandOver,
		Payload: clearance.Payload{Verdict: &j.release},
	}, transparency.Digest{})
}

func (j *judging) reject(d *desk, kept papers) error {
	if err := d.record(clearance.Event{
		Kind: clearance.DocumentRejected, Law: "ТК ЕАЭС ст. 109",
		Payload: clearance.Payload{Findings: codes(j.examined.Report.Findings), Attempt: &j.attempt},
	}, kept.found); err != nil {
		return err
	}
	return d.tellErrors(j.examined.Check())
}

func (j *judging) refuse(d *desk) error {
	report := j.examined.Check()
	if err := d.record(clearance.Event{
		Kind: clearance.RegistrationRefused, Reason: "111-5", Law: "ТК ЕАЭС ст. 111 п. 5",
		Payload: clearance.Payload{Findings: codes(j.examined.Report.Findings), Grounds: grounds(j.examined.Report.Findings)},
	}, transparency.Digest{}); err != nil {
		return err
	}
	if err := d.tellErrors(report); err != nil {
		return err
	}
	return d.tellRefusal(report)
}

func encode(value any) ([]byte, error) {
	body, err := json.Marshal(value)
	if err != nil {
		return nil, &customs.Error{Code: customs.Internal, Op: "write paper", Err: err}
	}
	return body, nil
}
